using Catalog.Engine.Core.Consumers;
using Catalog.Engine.Core.Projections;
using Catalog.Engine.Core.Shards;
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
        _life.Runner.StopAsync().GetAwaiter().GetResult();
        _life.Pump.StopAsync().GetAwaiter().GetResult();
        _life.Engine.DisposeAsync().AsTask().GetAwaiter().GetResult();
        _oracle.Ledger.Absorb(_tail);
        _oracle.TakeAnswers();
        Crash(_random.Next(2) == 0);
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
        bool hasLost = _oracle.Ledger.Recover(_tail, _life.Journal.FirstPosition);
        _oracle.BeginLife(options.Engine.Shards, hasLost);
        Compare();
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
        Crash(isPowerCut: true);
        foreach (KnownBooking known in _clients.Bookings)
        {
            Post(Clients.Find(known));
            Settle();
        }

        _oracle.CheckAllAnswered();
    }

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

    private SimulatedLifeOptions Options() => new()
    {
        Engine = new EngineOptions
        {
            Shards = 1 + _random.Next(3),
            MailboxCapacity = 4 << _random.Next(5),
            MaxBatchWorks = 1 + _random.Next(12),
            BatchesInFlight = 1 + _random.Next(3),
            MaxTimersPerShard = 4096,
            IdleUnloadMs = _random.Next(3) * 500,
            Time = _time,
            FailStop = static (text, cause) => throw new SimulationFailure(text, cause),
            Report = static (text, cause) => Require(cause is IOException, $"{text} {cause?.Message}"),
        },
        Journal = new FileJournalOptions
        {
            SegmentBytes = 32 * 1024 << _random.Next(2),
            MaxGroupBytes = 4096 << _random.Next(2),
            FailStop = static (text, cause) =>
            {
                Require(cause is not Catalog.Engine.Storage.Disks.DiskFullException, text);
                throw new ProcessDeath(text);
            },
        },
        Snapshots = new PackedSnapshotOptions { PacksPerTier = 2 + _random.Next(3), MergeBytesPerWrite = 16 * 1024 },
        Consuming = new ConsumerOptions
        {
            MaxAttempts = 3,
            FirstRetryMs = 10,
            MaxRetryMs = 100,
            SaveEveryEvents = 1 + _random.Next(20),
            SaveEveryMs = 1 + _random.Next(1000),
            MaxStepEvents = 1 + _random.Next(16),
        },
        Projecting = new ProjectionOptions
        {
            MaxBatchEvents = 1 + _random.Next(30),
            SaveEveryBytes = 1 + _random.Next(4000),
            SaveEveryMs = 1 + _random.Next(2000),
            Report = static (text, cause) => Require(cause is IOException, $"{text} {cause?.Message}"),
        },
        Consumer = new WitnessConsumer(_log, () => _random.Next(100) < _consumerFailurePercent),
    };
}
