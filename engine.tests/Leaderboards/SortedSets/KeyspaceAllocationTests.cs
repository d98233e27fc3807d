using System.Globalization;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Memory;
using Catalog.Engine.Leaderboards.SortedSets;
using Catalog.Engine.Tests.House;
using Catalog.Engine.Wire.Resp;

namespace Catalog.Engine.Tests.Leaderboards.SortedSets;

public sealed class KeyspaceAllocationTests
{
    private const int Members = 5_000;

    private readonly SortedSetMachine _machine = new();
    private readonly Keyspace _state;
    private readonly ByteBuffer _records = new(1 << 20);
    private readonly Decision _decision = new();
    private readonly CommandChunk _chunk = new();
    private readonly byte[][] _names =
        [.. Enumerable.Range(0, Members).Select(static i => System.Text.Encoding.ASCII.GetBytes($"member:{i:D12}"))];

    private readonly byte[][] _scores = [.. Enumerable.Range(0, 64).Select(static i =>
        System.Text.Encoding.ASCII.GetBytes((i * 37 % 64 / 4.0).ToString(CultureInfo.InvariantCulture)))];

    private int _next;

    public KeyspaceAllocationTests()
    {
        _state = _machine.Create(0);
        for (int i = 0; i < Members; i++) Run(SortedSetCommand.ZAdd, "board"u8, _scores[i % 64], _names[i]);
    }

    [Fact]
    public void Adding_and_incrementing_allocate_nothing() => AllocationGate.AssertNone(() =>
    {
        int i = _next++;
        Run(SortedSetCommand.ZAdd, "board"u8, _scores[i % 64], _names[i * 7 % Members]);
        Run(SortedSetCommand.ZIncrBy, "board"u8, _scores[i % 64], _names[i * 11 % Members]);
    });

    [Fact]
    public void Ranks_scores_and_ranges_allocate_nothing() => AllocationGate.AssertNone(() =>
    {
        int i = _next++;
        Run(SortedSetCommand.ZRevRank, "board"u8, _names[i * 7 % Members], default);
        Run(SortedSetCommand.ZScore, "board"u8, _names[i * 11 % Members], default);
        Run(SortedSetCommand.ZRevRange, "board"u8, "0"u8, "99"u8);
    });

    [Fact]
    public void Requests_are_found_without_allocating()
    {
        byte[] bytes = "*4\r\n$4\r\nZADD\r\n$5\r\nboard\r\n$3\r\n1.5\r\n$6\r\nmember\r\n"u8.ToArray();
        var reader = new RespRequestReader();
        AllocationGate.AssertNone(() =>
        {
            reader.TryRead(bytes.AsSpan(0, 20));
            bool isComplete = reader.TryRead(bytes) == RespReadStatus.Complete;
            if (!isComplete || CommandTable.Find(reader.Argument(bytes, 0)) is null)
                throw new InvalidOperationException("The request was not found.");
        });
    }

    private void Run(
        SortedSetCommand command, ReadOnlySpan<byte> key, ReadOnlySpan<byte> first, ReadOnlySpan<byte> second)
    {
        _chunk.ClearCommands();
        _chunk.ClearAnswers();
        _chunk.Begin(command);
        _chunk.Add(key);
        _chunk.Add(first);
        if (!second.IsEmpty) _chunk.Add(second);
        _chunk.TryEnd();
        _records.Clear();
        _decision.Begin(_records, new PartitionKey(SortedSetMachine.Id, 0), KeyspaceHarness.StartMs);
        if (_chunk.HasWrites) _machine.Decide(_state, new RunCommands(KeyspaceHarness.StartMs, _chunk), _decision);
        else _machine.Decide(_state, new ReadCommands(KeyspaceHarness.StartMs, _chunk), _decision);
        if (_chunk.Answers.Span[0] == '-') throw new InvalidOperationException("The command was refused.");
    }
}
