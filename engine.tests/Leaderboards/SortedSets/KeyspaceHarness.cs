using System.Security.Cryptography;
using System.Text;
using Catalog.Engine.Core.Memory;
using Catalog.Engine.Leaderboards.SortedSets;
using Catalog.Engine.Tests.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Tests.Leaderboards.SortedSets;

/// <summary>A database without an engine around it, spoken to as a client would.</summary>
internal sealed class KeyspaceHarness(KeyspaceLimits? limits = null)
    : MachineHarness<Keyspace>(new SortedSetMachine(limits), 0, HashOf, StartMs)
{
    public const long StartMs = 1_800_000_000_000;

    /// <summary>Runs commands, one a line, words between spaces, and returns their answers.</summary>
    public string Run(params string[] commands) => Run(false, 2, commands);

    /// <summary>The same as one transaction.</summary>
    public string RunTransaction(params string[] commands) => Run(true, 2, commands);

    /// <summary>The same in another version of the protocol.</summary>
    public string Run(int protocol, params string[] commands) => Run(false, protocol, commands);

    /// <summary>Runs a chunk.</summary>
    public string Run(CommandChunk chunk)
    {
        if (chunk.HasWrites) Run<RunCommands, ChunkAnswers>(new RunCommands(NowMs, chunk));
        else Run<ReadCommands, ChunkAnswers>(new ReadCommands(NowMs, chunk));
        State.CheckInvariants();
        return Encoding.Latin1.GetString(chunk.Answers.Span);
    }

    public static CommandChunk Chunk(params string[] commands)
    {
        var chunk = new CommandChunk { Seed = 7 };
        foreach (string command in commands) Add(chunk, command.Split(' '));
        return chunk;
    }

    public static void Add(CommandChunk chunk, string[] words)
    {
        CommandSpec spec = CommandTable.Find(Encoding.Latin1.GetBytes(words[0]))
            ?? throw new ArgumentException($"There is no command {words[0]}.");
        chunk.Begin(spec.Id);
        foreach (string word in words.Skip(1)) chunk.Add(Encoding.Latin1.GetBytes(word));
        Assert.True(chunk.TryEnd());
    }

    private static ulong HashOf(Keyspace state)
    {
        var saved = new ByteBuffer(4096);
        var writer = new MessagePackWriter(saved);
        state.Save(ref writer);
        return BitConverter.ToUInt64(SHA256.HashData(saved.WrittenSpan));
    }

    private string Run(bool isTransaction, int protocol, string[] commands)
    {
        CommandChunk chunk = Chunk(commands);
        chunk.IsTransaction = isTransaction;
        chunk.Protocol = protocol;
        return Run(chunk);
    }
}
