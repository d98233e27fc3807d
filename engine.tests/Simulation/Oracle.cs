using Catalog.Engine.Booking;
using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Shards;
using static Catalog.Engine.Tests.Simulation.SimulationFailure;

namespace Catalog.Engine.Tests.Simulation;

/// <summary>
/// Knows everything that was asked, decided, durable and answered, and says when the engine contradicts it. The books
/// stand where the shards stand; the ledger stands where the disk stands.
/// </summary>
internal sealed class Oracle
{
    private readonly Dictionary<ulong, ShowtimeBooks> _books = [];
    private readonly List<Queue<ClientCommand>> _mailboxes = [];
    private readonly List<Queue<ClientCommand>> _decided = [];
    private readonly HashSet<ulong> _touched = [];

    internal Ledger Ledger { get; } = new();

    /// <summary>A hash of every answer so far.</summary>
    internal ulong History { get; private set; }

    internal long AnswerCount { get; private set; }

    /// <summary>Which situations came up, by name: what a simulator never reaches it does not test.</summary>
    internal HashSet<string> Seen { get; } = [];

    internal ShowtimeBooks BooksOf(ulong showtimeId)
    {
        if (!_books.TryGetValue(showtimeId, out ShowtimeBooks? books))
            _books.Add(showtimeId, books = new ShowtimeBooks(showtimeId));
        return books;
    }

    /// <summary>A life begins: nothing is under way. What was lost on the way is struck out of the books.</summary>
    internal void BeginLife(int shards, bool hasLost)
    {
        _mailboxes.Clear();
        _decided.Clear();
        for (int i = 0; i < shards; i++)
        {
            _mailboxes.Add(new Queue<ClientCommand>());
            _decided.Add(new Queue<ClientCommand>());
        }

        if (!hasLost) return;
        _books.Clear();
        foreach (Fact fact in Ledger.Facts) BooksOf(fact.Header.Partition.Key).Enter(fact);
    }

    /// <summary>A command was posted; it was refused at the door, or stands in the mailbox now.</summary>
    internal void OnPosted(ClientCommand command, int shard)
    {
        if (!command.IsCompleted)
        {
            _mailboxes[shard].Enqueue(command);
            return;
        }

        (ReplyStatus status, _) = command.Take();
        Require(status == ReplyStatus.Busy, $"A command was answered {status} before it was decided.");
        Mix((ulong)status);
        Seen.Add(status.ToString());
    }

    /// <summary>A turn ended: its facts go into the books, its answers are checked before anybody is told.</summary>
    internal void OnTurn(int shardIndex, int taken, Shard shard, TurnTrace trace)
    {
        List<Fact> facts = trace.Appended ?? [];
        TracedBatch? batch = trace.Appended is null ? null : Ledger.HandOver(facts);
        Require(batch is not null || taken == 0, "Commands were taken and no batch was made.");
        var cursor = new TurnCursor(trace.Decisions, facts);
        _touched.Clear();
        while (cursor.Decision is { Command: null }) EnterDue(cursor);
        for (int i = 0; i < taken; i++)
        {
            ClientCommand command = _mailboxes[shardIndex].Dequeue();
            command.Batch = batch;
            if (cursor.IsOf(command)) EnterDecided(command, cursor);
            else ExpectUndecided(command, shard);
            _decided[shardIndex].Enqueue(command);
        }

        Require(cursor.IsAtEnd, "Something was decided that nobody asked for.");
        foreach (ulong key in _touched) CheckState(shard, key);
    }

    /// <summary>Takes the answers that are there: in order, as they must be, and no earlier than they may be.</summary>
    internal void TakeAnswers()
    {
        foreach (Queue<ClientCommand> waiting in _mailboxes)
            foreach (ClientCommand command in waiting)
                Require(!command.IsCompleted, "A command was answered before it was decided.");
        foreach (Queue<ClientCommand> waiting in _decided)
        {
            while (waiting.TryPeek(out ClientCommand? command) && command.IsCompleted) CheckAnswer(waiting.Dequeue());
            foreach (ClientCommand command in waiting)
                Require(!command.IsCompleted, "A command was answered before one that was decided earlier.");
        }
    }

    /// <summary>Everything that was asked has been answered.</summary>
    internal void CheckAllAnswered()
    {
        foreach (Queue<ClientCommand> waiting in _mailboxes.Concat(_decided))
            Require(waiting.Count == 0, $"{waiting.Count} commands were never answered.");
    }

    internal void Mix(ulong what) => History = ((History ^ what) * 0x9E3779B97F4A7C15) + (History >> 29);

    private void EnterDue(TurnCursor cursor)
    {
        foreach (Fact fact in cursor.TakeFacts())
        {
            Require(fact.Header.Type is 11 or 42 or 51 or 54, $"Time alone brought about {fact}.");
            Enter(fact);
        }
    }

    private void Enter(Fact fact)
    {
        BooksOf(fact.Header.Partition.Key).Enter(fact);
        _touched.Add(fact.Header.Partition.Key);
    }

    private void EnterDecided(ClientCommand command, TurnCursor cursor)
    {
        ShowtimeBooks books = BooksOf(command.ShowtimeId);
        long nowMs = Math.Max(command.TimeMs, books.LastTimeMs);
        IdempotencyKey key = command.Key;
        TracedDecision decision = cursor.Decision!;
        if (!key.IsNone)
        {
            IdempotencyState known = books.Find(in key, nowMs).State;
            bool isNew = known == IdempotencyState.Unknown
                || (known == IdempotencyState.Running && key.Phase == IdempotencyPhase.Finish);
            Require(isNew, $"A command was decided again whose key is {known}.");
        }

        List<Fact> facts = cursor.TakeFacts();
        foreach (Fact fact in facts) Enter(fact);
        books.CheckAnswer(command.Command, decision.Result!, facts, nowMs);
        if (!key.IsNone && decision.EffectCount > 0) EnterKey(command, cursor);
        command.ExpectedStatus = ReplyStatus.Done;
        command.ExpectedAnswer = decision.Answer;
    }

    private void EnterKey(ClientCommand command, TurnCursor cursor)
    {
        Fact? fact = cursor.TakeKey();
        Require(fact is not null, "A keyed effect was not remembered.");
        IdempotencyRecorded recorded = fact!.Read<IdempotencyRecorded>();
        Require(
            recorded.Key.Digest == command.Key.Digest && recorded.Key.PayloadHash == command.Key.PayloadHash,
            "Another key was remembered.");
        Enter(fact);
    }

    private void ExpectUndecided(ClientCommand command, Shard shard)
    {
        ShowtimeBooks books = BooksOf(command.ShowtimeId);
        long nowMs = Math.Max(command.TimeMs, books.LastTimeMs);
        IdempotencyKey key = command.Key;
        (IdempotencyState state, byte[] answer) = key.IsNone ? default : books.Find(in key, nowMs);
        command.ExpectedAnswer = answer ?? [];
        command.ExpectedStatus = state switch
        {
            _ when !shard.AcceptsWrites && !command.IsQuery => ReplyStatus.StorageFull,
            IdempotencyState.Answered => ReplyStatus.Repeated,
            IdempotencyState.OtherPayload => ReplyStatus.KeyReused,
            IdempotencyState.Running => ReplyStatus.KeyRunning,
            _ => throw new SimulationFailure($"{command.Command} was not decided."),
        };
        if (command.ExpectedStatus != ReplyStatus.Repeated) command.ExpectedAnswer = [];
    }

    private void CheckState(Shard shard, ulong key)
    {
        if (shard.Partitions.FindLoaded(new PartitionKey(10, key)) is Partition<ShowtimeState> partition)
            BooksOf(key).CheckAgainst(partition.State);
    }

    private void CheckAnswer(ClientCommand command)
    {
        Require(command.Batch!.EndCount <= Ledger.Count, $"{command.Command} was answered before it was durable.");
        (ReplyStatus status, byte[] answer) = command.Take();
        Require(
            status == command.ExpectedStatus && answer.AsSpan().SequenceEqual(command.ExpectedAnswer),
            $"{command.Command} was answered {status} instead of {command.ExpectedStatus}.");
        AnswerCount++;
        Seen.Add(status.ToString());
        Mix((ulong)status);
        foreach (byte b in answer) Mix(b);
    }
}
