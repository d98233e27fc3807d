using System.Globalization;
using Catalog.Engine.Core.Consumers;
using Catalog.Engine.Core.Projections;
using Catalog.Engine.Core.Shards;
using Catalog.Engine.Storage.Disks;
using Catalog.Engine.Storage.Journal;
using Catalog.Engine.Storage.Snapshots;
using static Catalog.Engine.Tests.Simulation.SimulationFailure;

namespace Catalog.Engine.Tests.Simulation;

/// <content>Faults, ends and beginnings.</content>
internal sealed partial class SimulatedWorld
{
    // Beyond any step a run gets to.
    private const int Never = 1_000_000_000;

    private void Arm(SimulatedStep step)
    {
        int steps = 1 + _random.Next(30);
        switch (step)
        {
            case SimulatedStep.FailSoon when !_isArmed:
                _disk.FailAt(steps);
                _isArmed = true;
                break;
            case SimulatedStep.LosePowerSoon when !_isArmed:
                _disk.LosePowerAt(steps);
                _isArmed = _losesPower = true;
                break;
            case SimulatedStep.FillDisk:
                _disk.CapacityBytes = _disk.UsedBytes + _random.Next(20_000);
                break;
            case SimulatedStep.FreeDisk:
                _disk.CapacityBytes = long.MaxValue;
                break;
        }

        if (_isArmed && !_losesPower && _disk.FailedStep is not null) _isArmed = false;
    }

    /// <summary>The process is gone: what was on its way survives as a whole or not at all.</summary>
    private void Crash(bool isPowerCut)
    {
        if (isPowerCut) _disk.Crash();
        else _disk.Restart();
        Begin();
    }

    /// <summary>The process stops in order and starts again.</summary>
    private void Restart()
    {
        if (_random.Next(2) == 0) Tidy();
        _life.Runner.StopAsync().GetAwaiter().GetResult();
        _life.Pump.StopAsync().GetAwaiter().GetResult();
        _life.Engine.DisposeAsync().AsTask().GetAwaiter().GetResult();
        _oracle.Ledger.Absorb(_tail);
        _oracle.TakeAnswers();
        Crash(_random.Next(2) == 0);
    }

    /// <summary>What a process does before it stops: answers everybody, saves everything, lets the rest go.</summary>
    private void Tidy()
    {
        Settle();
        while (Project())
        {
        }

        for (int steps = 0; steps < 100; steps++) Consume();
        if (!Checkpoints.IsRunning) Checkpoints.Begin();
        for (int steps = 0; steps < 100 && Checkpoints.IsRunning; steps++)
        {
            Settle();
            Checkpoints.Step();
        }

        Trim();
    }

    private void Begin()
    {
        _isArmed = _losesPower = false;
        if (_random.Next(12) == 0 && LifeCount > 0) _disk.FailAt(1 + _random.Next(12));
        SimulatedLifeOptions options = Options();
        while (!TryBegin(options))
        {
        }

        _disk.FailAt(Never);
        LifeCount++;
        _tail = _life.Journal.OpenReader(_life.Journal.FirstPosition);
        int known = _oracle.Ledger.Count;
        bool hasLost = _oracle.Ledger.Recover(_tail, _life.Journal.FirstPosition);
        NoteRecovery(hasLost, _oracle.Ledger.Count > known);
        _oracle.BeginLife(options.Engine.Shards, hasLost);
        Compare();
    }

    private void NoteRecovery(bool hasLost, bool hasFound)
    {
        if (hasLost) _oracle.Seen.Add("lost what was on its way");
        if (hasFound) _oracle.Seen.Add("found what was on its way");
        RecoveryReport report = _life.Engine.Recovered;
        if (report.AppliedCount < report.ReadCount) _oracle.Seen.Add("snapshot ahead");
        if (_life.Engine.Checkpoints.Watermark > 0) _oracle.Seen.Add("replay from a checkpoint");
    }

    /// <summary>Starts the process; false when the disk failed under it, and it is to be tried again.</summary>
    private bool TryBegin(SimulatedLifeOptions options)
    {
        try
        {
            _life = SimulatedLife.Begin(_disk, _mutation, options, _log.BeginLife);
            return true;
        }
        catch (IOException failure) when (failure is not JournalCorruptException)
        {
            bool isFull = _disk.CapacityBytes != long.MaxValue;
            Require(_disk.FailedStep is not null || isFull, $"The start failed for no reason: {failure.Message}");
            _disk.CapacityBytes = long.MaxValue;
            _oracle.Seen.Add("failed to start");
            if (_random.Next(2) == 0) _disk.Crash();
            else _disk.Restart();
            _disk.FailAt(Never);
            return false;
        }
    }

    /// <summary>Everything comes to rest, then everything is looked at once more, behind one last crash.</summary>
    private void End()
    {
        _disk.FailAt(Never);
        _disk.CapacityBytes = long.MaxValue;
        _isArmed = _losesPower = false;
        Tidy();
        Settle();
        _oracle.CheckAllAnswered();
        Compare();
        while (Project())
        {
        }

        for (int waits = 0; Consume() || _life.Runner.Offset < _life.Journal.CommittedPosition; waits++)
        {
            Require(waits < 20_000, "The consumer comes to rest.");
            _time.Advance(100);
        }

        _log.CheckComplete();
        if (_log.DoneCount < _oracle.Ledger.Count) _oracle.Seen.Add("parked");
        foreach (Fact fact in _oracle.Ledger.Facts) _oracle.Seen.Add(Name(fact));
        Crash(isPowerCut: true);
        foreach (KnownBooking known in _clients.Bookings)
        {
            Post(Clients.Find(known));
            Settle();
        }

        _oracle.CheckAllAnswered();
    }

    private static string Name(Fact fact) => string.Create(CultureInfo.InvariantCulture, $"fact {fact.Header.Type}");

    private void Settle()
    {
        bool moved = true;
        for (int rounds = 0; moved; rounds++)
        {
            Require(rounds < 20_000, "The shards come to rest.");
            moved = false;
            for (int i = 0; i < _life.Engine.Shards.Count; i++) moved |= Turn(i);
            moved |= RunJournal();
        }
    }

    private SimulatedLifeOptions Options()
    {
        int shards = 1 + _random.Next(3);
        int batches = 1 + _random.Next(3);
        int segmentBytes = 16 * 1024 << Math.Max(0, _random.Next(5) - 2);
        return new SimulatedLifeOptions
        {
            Engine = EngineOptions(shards, batches, segmentBytes),
            Journal = JournalOptions(segmentBytes),
            Snapshots = new PackedSnapshotOptions
            {
                PacksPerTier = 2 + _random.Next(3),
                MergeBytesPerWrite = 16 * 1024,
            },
            Consuming = ConsumerOptions(),
            Projecting = ProjectionOptions(),
            Consumer = new WitnessConsumer(_log, () => _random.Next(100) < _consumerFailurePercent),
        };
    }

    private EngineOptions EngineOptions(int shards, int batches, int segmentBytes)
    {
        // A full disk is survived when all that is on its way fits in one segment: about 1.5 KB of lapses a batch and
        // 400 bytes a command.
        int works = ((segmentBytes - 4096) / (shards * batches) - 1500) / 400;
        return new EngineOptions
        {
            Shards = shards,
            MailboxCapacity = 4 << _random.Next(5),
            MaxBatchWorks = 1 + _random.Next(Math.Clamp(works, 1, 12)),
            BatchesInFlight = batches,
            MaxTimersPerShard = 4096,
            IdleUnloadMs = _random.Next(3) * 500,
            SnapshotPieceBytes = _pieceBytes,
            Time = _time,
            FailStop = static (text, cause) => throw new SimulationFailure(text, cause),
            Report = static (text, cause) => Require(cause is IOException, $"{text} {cause?.Message}"),
        };
    }

    private FileJournalOptions JournalOptions(int segmentBytes) => new()
    {
        SegmentBytes = segmentBytes,
        MaxGroupBytes = segmentBytes > 16 * 1024 ? 4096 << _random.Next(2) : 4096,
        FailStop = static (text, cause) =>
        {
            Require(cause is not DiskFullException, text);
            throw new ProcessDeath(text);
        },
    };

    private ConsumerOptions ConsumerOptions() => new()
    {
        MaxAttempts = 3,
        FirstRetryMs = 10,
        MaxRetryMs = 100,
        SaveEveryEvents = 1 + _random.Next(20),
        SaveEveryMs = 1 + _random.Next(1000),
        MaxStepEvents = 1 + _random.Next(16),
    };

    private ProjectionOptions ProjectionOptions() => new()
    {
        MaxBatchEvents = 1 + _random.Next(30),
        SaveEveryBytes = 1 + _random.Next(4000),
        SaveEveryMs = 1 + _random.Next(2000),
        SnapshotPieceBytes = _pieceBytes,
        Report = static (text, cause) => Require(cause is IOException, $"{text} {cause?.Message}"),
    };
}
