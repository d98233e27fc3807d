using Catalog.Engine.Storage.Disks;

namespace Catalog.Engine.Tests.Simulation;

/// <content>Steps, faults and what files do.</content>
internal sealed partial class SimulatedDisk
{
    private int _failAt = int.MaxValue;
    private bool _failsOn;

    /// <summary>Changes asked for so far: writes, syncs, creations, renames, deletions.</summary>
    internal int Steps { get; private set; }

    internal int Writes { get; private set; }

    internal int Syncs { get; private set; }

    internal int FolderSyncs { get; private set; }

    internal int Reads { get; private set; }

    /// <summary>How many bytes all files together may hold.</summary>
    internal long CapacityBytes { get; set; } = long.MaxValue;

    /// <summary>How many bytes all files together hold.</summary>
    internal long UsedBytes
    {
        get
        {
            lock (_lock) return SumOfLengths();
        }
    }

    /// <summary>The last step that was made to fail, in words.</summary>
    internal string? FailedStep { get; private set; }

    /// <summary>Makes the nth change from now (1 is the next) fail with an <see cref="IOException"/>, once.</summary>
    internal void FailAt(int step)
    {
        lock (_lock)
        {
            _failAt = Steps + step;
            _failsOn = false;
            FailedStep = null;
        }
    }

    /// <summary>Makes the nth change from now, and all after it, fail: the power is gone; call Crash.</summary>
    internal void LosePowerAt(int step)
    {
        FailAt(step);
        _failsOn = true;
    }

    /// <summary>Flips one bit of a file.</summary>
    internal void FlipBit(string path, long offset, int bit)
    {
        lock (_lock) _names[path].FlipBit(offset, bit);
    }

    /// <summary>Flips a random bit of a file's synced range and tells the byte.</summary>
    internal long FlipRandomBit(string path, long from, long to)
    {
        lock (_lock)
        {
            SimulatedContent content = _names[path];
            long offset = _random.NextInt64(from, Math.Min(to, content.DurableLength));
            content.FlipBit(offset, _random.Next(8));
            return offset;
        }
    }

    internal int Read(SimulatedFile file, long offset, Span<byte> buffer)
    {
        lock (_lock)
        {
            CheckAlive(file);
            Reads++;
            return file.Content.Read(offset, buffer);
        }
    }

    internal long LengthOf(SimulatedFile file)
    {
        lock (_lock)
        {
            CheckAlive(file);
            return file.Content.Length;
        }
    }

    internal void Write(SimulatedFile file, long offset, ReadOnlySpan<byte> bytes)
    {
        lock (_lock)
        {
            CheckAlive(file);
            Writes++;
            if (IsFaultDue($"write {file.Path}"))
            {
                file.Content.Write(offset, bytes[.._random.Next(bytes.Length + 1)]);
                throw new IOException($"Simulated: write {file.Path} failed.");
            }

            CheckRoom(file, offset + bytes.Length);
            file.Content.Write(offset, bytes);
        }
    }

    internal void SetLength(SimulatedFile file, long length)
    {
        lock (_lock)
        {
            CheckAlive(file);
            CountStep($"resize {file.Path}");
            CheckRoom(file, length);
            file.Content.SetLength(checked((int)length));
        }
    }

    internal void Sync(SimulatedFile file)
    {
        lock (_lock)
        {
            CheckAlive(file);
            Syncs++;
            if (IsFaultDue($"sync {file.Path}"))
            {
                file.Content.FailSync(_random);
                throw new IOException($"Simulated: sync {file.Path} failed.");
            }

            file.Content.Sync();
        }
    }

    private void CheckAlive(SimulatedFile file)
    {
        if (file.Life != Life) throw new IOException($"Simulated: {file.Path} was opened before the crash.");
    }

    private void CheckRoom(SimulatedFile file, long length)
    {
        long growth = length - file.Content.Length;
        if (growth <= 0 || CapacityBytes == long.MaxValue) return;
        if (SumOfLengths() + growth > CapacityBytes)
            throw new DiskFullException($"Simulated: no room for {file.Path}.");
    }

    private long SumOfLengths()
    {
        long sum = 0;
        foreach (SimulatedContent content in _names.Values) sum += content.Length;
        return sum;
    }

    private void CountStep(string what)
    {
        if (IsFaultDue(what)) throw new IOException($"Simulated: {what} failed.");
    }

    private bool IsFaultDue(string what)
    {
        Steps++;
        if (Steps < _failAt || (Steps > _failAt && !_failsOn)) return false;
        FailedStep ??= what;
        return true;
    }

    private void ClearFaults()
    {
        _failAt = int.MaxValue;
        _failsOn = false;
    }
}
