using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Shards;
using Catalog.Engine.Leaderboards;
using Catalog.Engine.Storage.Journal;
using Catalog.Engine.Storage.Snapshots;
using Catalog.Engine.Tests.Core.Consumers;
using Catalog.Engine.Tests.Leaderboards.Boards;
using Catalog.Engine.Tests.Simulation;
using static Catalog.Engine.Tests.Simulation.SimulationFailure;

namespace Catalog.Engine.Tests.Leaderboards.Simulation;

/// <summary>
/// A game mode in a whole engine on one thread, with a clock moved by hand, on a disk that loses what was not synced.
/// Whoever asks gets an answer: a request the process died over is made again, as a client would, under the same key.
/// </summary>
internal sealed class SimulatedBoards : IBoardsHost
{
    private const ulong Mode = 7;
    private const int Never = 1_000_000_000;
    private const int MostRounds = 20_000;
    private readonly Random _random;
    private readonly SimulatedDisk _disk;
    private readonly FakeTime _time = new();
    private readonly Func<WatchedBoards> _machine;
    private readonly Func<ISnapshotStore, ISnapshotStore> _snapshots;
    private readonly int _pieceBytes = SnapshotSet.DefaultPieceBytes;
    private CatalogEngine _engine = null!;
    private FileJournal _journal = null!;
    private SystemHandle<LeaderboardState> _handle = null!;

    public SimulatedBoards(
        int seed,
        BoardOperator how,
        Func<WatchedBoards>? machine = null,
        Func<ISnapshotStore, ISnapshotStore>? snapshots = null)
    {
        _random = new Random(seed);
        _disk = new SimulatedDisk(seed);
        if (seed % 3 == 0) _pieceBytes = 120;
        _machine = machine ?? (static () => new FaithfulBoards());
        _snapshots = snapshots ?? (static inner => inner);
        var usual = new ModeTerms { Name = "Raid", MaxScorePerGame = 10_000, AverageGameSeconds = 600 };
        Terms = BoardsWorld.Rules(usual, how);
        Begin();
        Run<OpenMode, BoardResult>(new OpenMode(NowMs, Terms));
    }

    public long NowMs => _time.NowMs;

    public ModeTerms Terms { get; }

    /// <summary>How often the process began.</summary>
    public int LifeCount { get; private set; }

    /// <summary>What came up.</summary>
    public HashSet<string> Seen { get; } = [];

    public LeaderboardState State
    {
        get
        {
            if (Loaded is null) Run<ReadMode, ModeReading>(new ReadMode(NowMs));
            return Loaded!;
        }
    }

    private LeaderboardState? Loaded =>
        (_engine.Shards[0].Partitions.FindLoaded(new PartitionKey(LeaderboardMachine.Id, Mode))
            as Partition<LeaderboardState>)?.State;

    public TResult Run<TCommand, TResult>(TCommand command)
        where TCommand : struct, ICommand<TResult>
        where TResult : struct, IResult<TResult>
    {
        bool mayFail = command is not IQuery<TResult> && _random.Next(8) == 0;
        for (int attempt = 0; attempt < 3; attempt++)
        {
            if (mayFail && attempt == 0) _disk.LosePowerAt(1 + _random.Next(4));
            ValueTask<Reply<TResult>> answer = _handle.ExecuteAsync<TCommand, TResult>(Mode, in command);
            if (!TrySettle()) continue;
            Require(answer.IsCompleted, $"{command} got no answer.");
            Reply<TResult> reply = answer.GetAwaiter().GetResult();
            Require(reply.HasValue, $"{command} was answered {reply.Status}.");
            if (attempt > 0) Seen.Add($"again {reply.Status}");
            return reply.Value;
        }

        throw new SimulationFailure($"{command} never got an answer.");
    }

    public void PassTo(long timeMs)
    {
        _time.Advance(timeMs - NowMs);
        if (_random.Next(10) == 0) _disk.LosePowerAt(1 + _random.Next(4));
        Rest();
        // Upkeep comes in slices, one a millisecond.
        for (int slices = 0; State.Sliding.NextDueMs <= NowMs || State.LastLeague is { IsClosed: false }; slices++)
        {
            Require(slices < MostRounds, "What time brings about comes to an end.");
            _time.Advance(1);
            Rest();
        }
    }

    public void Disturb()
    {
        ulong before = State.StateHash();
        switch (_random.Next(4))
        {
            case 0:
                Checkpoint(MostRounds);
                break;
            case 1:
                _disk.LosePowerAt(1 + _random.Next(40));
                Checkpoint(_random.Next(8));
                Crash();
                break;
            case 2:
                Crash();
                break;
            default:
                Checkpoint(MostRounds);
                _engine.DisposeAsync().AsTask().GetAwaiter().GetResult();
                _disk.Restart();
                Begin();
                break;
        }

        Rest();
        Require(State.StateHash() == before, "The state is another one after all that was done is durable.");
    }

    public void End()
    {
        ulong before = State.StateHash();
        Crash();
        Require(State.StateHash() == before, "The state is another one after a crash at rest.");
    }

    private void Checkpoint(int most)
    {
        try
        {
            if (!_engine.Checkpoints.IsRunning) _engine.Checkpoints.Begin();
            for (int steps = 0; steps < most && _engine.Checkpoints.IsRunning; steps++)
            {
                Settle();
                _engine.Checkpoints.Step();
            }

            if (_engine.Checkpoints.Watermark > _journal.FirstPosition) _journal.Trim(_engine.Checkpoints.Watermark);
        }
        catch (Exception failure) when (failure is IOException or ProcessDeath)
        {
            Require(_disk.FailedStep is not null, $"It failed for no reason: {failure.Message}");
            Crash();
        }
    }

    private void Rest()
    {
        while (!TrySettle())
        {
        }
    }

    private bool TrySettle()
    {
        try
        {
            Settle();
        }
        catch (Exception failure) when (failure is IOException or ProcessDeath)
        {
            Require(_disk.FailedStep is not null, $"It failed for no reason: {failure.Message}");
            Seen.Add("died");
        }

        bool isAlive = _disk.FailedStep is null;
        if (isAlive) _disk.FailAt(Never);
        else Crash();
        return isAlive;
    }

    private void Settle()
    {
        bool moved = true;
        for (int rounds = 0; moved; rounds++)
        {
            Require(rounds < MostRounds, "The engine comes to rest.");
            moved = _engine.Shards[0].Turn();
            moved |= _journal.RunOnce();
        }
    }

    private void Crash()
    {
        if (_disk.FailedStep is not null || _random.Next(2) == 0) _disk.Crash();
        else _disk.Restart();
        Begin();
    }

    private void Begin()
    {
        _disk.FailAt(Never);
        IDisposable diskLock = _disk.Lock();
        _journal = FileJournal.Open(_disk, new FileJournalOptions
        {
            SegmentBytes = 64 * 1024,
            MaxGroupBytes = 16 * 1024,
            FailStop = static (text, _) => throw new ProcessDeath(text),
        });
        ISnapshotStore snapshots = _snapshots(new PackedSnapshotStore(
            _disk, new PackedSnapshotOptions { PacksPerTier = 2, MergeBytesPerWrite = 16 * 1024 }));
        var options = new EngineOptions
        {
            Shards = 1,
            IdleUnloadMs = 1 + (_random.Next(2) * 1_000),
            SnapshotPieceBytes = _pieceBytes,
            Time = _time,
            FailStop = static (text, cause) => throw new SimulationFailure(text, cause),
            Report = static (text, cause) => Require(cause is IOException, $"{text} {cause?.Message}"),
        };
        _engine = new CatalogEngine(options, new EngineStorage(_journal, snapshots, _disk, diskLock));
        _handle = _engine.Add(_machine());
        _engine.Recover();
        LifeCount++;
    }
}
