using Catalog.Engine.Core.Shards;
using Catalog.Engine.Storage.Journal;
using Catalog.Engine.Storage.Snapshots;
using Catalog.Engine.Tests.Core.Consumers;
using static Catalog.Engine.Tests.Simulation.SimulationFailure;

namespace Catalog.Engine.Tests.Simulation;

/// <summary>
/// The whole core on one thread, a clock that is moved by hand and a disk that forgets, driven by one seed: what
/// happens next, and how large everything is, is drawn from it.
/// </summary>
internal sealed partial class SimulatedWorld
{
    private readonly Random _random;
    private readonly Swarm _swarm;
    private readonly SimulatedDisk _disk;
    private readonly SimulationMutation _mutation;
    private readonly FakeTime _time = new();
    private readonly Oracle _oracle = new();
    private readonly Clients _clients;
    private readonly ConsumerLog _log;
    private readonly int _consumerFailurePercent;
    private readonly int _pieceBytes;
    private SimulatedLife _life = null!;
    private JournalReader _tail = null!;
    private bool _losesPower;
    private bool _isArmed;

    private SimulatedWorld(int seed, SimulationMutation mutation)
    {
        _random = new Random(seed);
        _swarm = new Swarm(_random);
        _disk = new SimulatedDisk(seed);
        _mutation = mutation;

        // Not drawn: seeds that found something go on finding it. States of showtimes are some hundred bytes long.
        _pieceBytes = seed % 4 == 0 ? 80 : SnapshotSet.DefaultPieceBytes;
        _clients = new Clients(_random, _swarm, _oracle, _time.NowMs);
        _log = new ConsumerLog(_oracle.Ledger);
        _consumerFailurePercent = Math.Max(0, _random.Next(60) - 30);
    }

    /// <summary>How many lives the process had.</summary>
    internal int LifeCount { get; private set; }

    internal Oracle Oracle => _oracle;

    /// <summary>Runs a seed to its end; the same seed gives the same hash.</summary>
    /// <exception cref="SimulationFailure">The engine broke a promise; the message has the step.</exception>
    internal static SimulatedWorld Run(int seed, int steps, SimulationMutation? mutation = null)
    {
        var world = new SimulatedWorld(seed, mutation ?? new SimulationMutation());
        int step = 0;
        try
        {
            world.Begin();
            for (; step < steps; step++) world.Take(world._swarm.NextStep(world._random));
            world.End();
        }
        catch (Exception failure)
        {
            throw new SimulationFailure($"Step {step} of life {world.LifeCount}: {failure.Message}", failure);
        }

        return world;
    }

    private void Take(SimulatedStep step)
    {
        _oracle.Mix((ulong)step);
        try
        {
            Do(step);
        }
        catch (ProcessDeath death)
        {
            Require(_disk.FailedStep is not null, $"The process ended for no reason: {death.Message}");
            _oracle.Seen.Add("died");
            Crash(_losesPower || _random.Next(2) == 0);
            return;
        }
        catch (IOException) when (_losesPower && _disk.FailedStep is not null)
        {
        }

        if (_losesPower && _disk.FailedStep is not null) Crash(isPowerCut: true);
        else _oracle.TakeAnswers();
    }

    private void Do(SimulatedStep step)
    {
        switch (step)
        {
            case SimulatedStep.Command: Post(_clients.Next()); break;
            case SimulatedStep.Turn: TurnSome(); break;
            case SimulatedStep.Journal: RunJournal(); break;
            case SimulatedStep.BeginCheckpoint: if (!Checkpoints.IsRunning) Checkpoints.Begin(); break;
            case SimulatedStep.StepCheckpoint: Checkpoints.Step(); break;
            case SimulatedStep.Trim: Trim(); break;
            case SimulatedStep.Project: Project(); break;
            case SimulatedStep.Consume: Consume(); break;
            case SimulatedStep.Tick: _time.Advance(_random.Next(400)); break;
            case SimulatedStep.Lapse: _time.Advance(_random.Next(60_000)); break;
            case SimulatedStep.LongPause: _time.Advance(_random.Next(2) * 86_400_000L + 3_600_000); break;
            case SimulatedStep.PowerCut: Crash(isPowerCut: true); break;
            case SimulatedStep.Kill: Crash(isPowerCut: false); break;
            case SimulatedStep.Restart: Restart(); break;
            default: Arm(step); break;
        }
    }

    private Checkpointer Checkpoints => _life.Engine.Checkpoints;

    private void Post(ClientCommand command)
    {
        int shard = _life.Showtimes.ShardIndexOf(command.ShowtimeId);
        // Clocks of callers are a little behind one another.
        command.Post(_life.Showtimes, _time.NowMs - (_random.Next(4) == 0 ? _random.Next(50) : 0));
        _oracle.OnPosted(command, shard);
    }

    private void TurnSome()
    {
        int first = _random.Next(_life.Engine.Shards.Count);
        int count = 1 + _random.Next(_life.Engine.Shards.Count);
        for (int i = 0; i < count; i++) Turn((first + i) % _life.Engine.Shards.Count);
    }

    private bool Turn(int index)
    {
        Shard shard = _life.Engine.Shards[index];
        int before = shard.MailboxDepth;
        _life.Trace.Clear();
        int loaded = shard.Partitions.Count;
        bool worked = shard.Turn();
        if (shard.Partitions.Count < loaded) _oracle.Seen.Add("left memory");
        _oracle.OnTurn(index, before - shard.MailboxDepth, shard, _life.Trace);
        return worked;
    }

    private bool RunJournal()
    {
        bool worked = _life.Journal.RunOnce();
        _oracle.Ledger.Absorb(_tail);
        _oracle.TakeAnswers();
        _oracle.Mix((ulong)_life.Journal.CommittedPosition);
        if (_oracle.Ledger.IsSettled && _random.Next(8) == 0) Compare();
        return worked;
    }

    private void Compare() => _oracle.Mix(_oracle.Ledger.Compare(_life.Engine));

    private bool Project()
    {
        bool moved = _life.Pump.Step();
        _life.Pump.CheckInvariants();
        RecountProjection projection = _life.Projection;
        Ledger ledger = _oracle.Ledger;
        long applied = _life.Recount.AppliedPosition;
        int count = projection.Count;
        bool isExact = count <= ledger.Count && projection.Chain == ledger.ChainAt(count)
            && (count == 0 || ledger.Facts[count - 1].Header.Position < applied)
            && (count == ledger.Count || ledger.Facts[count].Header.Position >= applied);
        Require(isExact, $"The projection has {count} facts at {applied} and not those of the journal.");
        _oracle.Mix(projection.Chain);
        CompareInsight();
        return moved;
    }

    private bool Consume()
    {
        bool moved = _life.Runner.StepAsync(CancellationToken.None).GetAwaiter().GetResult();
        _life.Runner.CheckInvariants();
        _oracle.Mix((ulong)_life.Runner.Offset);
        return moved;
    }

    private void Trim()
    {
        long bound = Math.Min(Checkpoints.Watermark, _life.Runner.MinimumOffset);
        bound = Math.Min(bound, _life.Pump.MinimumOffset);
        if (bound <= _life.Journal.FirstPosition) return;
        try
        {
            _life.Journal.Trim(bound);
            if (_life.Journal.FirstPosition > 0) _oracle.Seen.Add("trimmed");
        }
        catch (IOException)
        {
            // What stays longer harms nobody.
        }
    }
}
