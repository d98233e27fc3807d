using Catalog.Engine.Storage.Disks;

namespace Catalog.Engine.Tests.Simulation;

/// <summary>
/// A disk in memory that forgets like a real one: what was not synced is lost or torn, sector by sector, by
/// <see cref="Crash"/>; names that were not synced with their folder come and go independently of each other; writes
/// and syncs fail, room runs out and bits flip when told to. The same seed does the same. Thread-safe.
/// </summary>
internal sealed partial class SimulatedDisk(int seed) : IDisk
{
    private readonly object _lock = new();
    private readonly Random _random = new(seed);
    private readonly SortedDictionary<string, SimulatedContent> _names = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, SimulatedContent> _durableNames = new(StringComparer.Ordinal);
    private readonly List<NameChange> _pending = [];
    private bool _locked;

    /// <summary>How often a crash happened; a file opened before is dead.</summary>
    internal int Life { get; private set; }

    public IDiskFile Open(string path)
    {
        lock (_lock)
        {
            if (!_names.TryGetValue(path, out SimulatedContent? content))
            {
                CountStep($"create {path}");
                content = new SimulatedContent();
                _names[path] = content;
                _pending.Add(new NameChange(null, path, content));
            }

            return new SimulatedFile(this, path, content, Life);
        }
    }

    public bool Exists(string path)
    {
        lock (_lock) return _names.ContainsKey(path);
    }

    public void Delete(string path)
    {
        lock (_lock)
        {
            if (!_names.TryGetValue(path, out SimulatedContent? content)) return;
            CountStep($"delete {path}");
            _names.Remove(path);
            _pending.Add(new NameChange(path, null, content));
        }
    }

    public void Rename(string from, string to)
    {
        lock (_lock)
        {
            CountStep($"rename {from} {to}");
            if (!_names.Remove(from, out SimulatedContent? content)) throw new FileNotFoundException(from);
            _names[to] = content;
            _pending.Add(new NameChange(from, to, content));
        }
    }

    public IReadOnlyList<string> List(string folder)
    {
        lock (_lock)
        {
            List<string> names = [];
            foreach (string path in _names.Keys)
            {
                if (FolderOf(path) == folder) names.Add(path[(folder.Length + 1)..]);
            }

            return names;
        }
    }

    public void SyncFolder(string folder)
    {
        lock (_lock)
        {
            FolderSyncs++;
            CountStep($"sync folder {folder}");
            foreach (NameChange change in _pending)
            {
                if (change.IsIn(folder)) change.ApplyTo(_durableNames);
            }

            _pending.RemoveAll(change => change.IsIn(folder));
        }
    }

    public IDisposable Lock()
    {
        lock (_lock)
        {
            if (_locked) throw new DiskInUseException("The simulated disk is in use.");
            _locked = true;
            return new Release(this, Life);
        }
    }

    /// <summary>The power fails: unsynced sectors and names are kept or lost at random.</summary>
    internal void Crash()
    {
        lock (_lock)
        {
            double keep = _random.Next(5) / 4.0;
            foreach (NameChange change in _pending)
            {
                if (_random.NextDouble() < keep) change.ApplyTo(_durableNames);
            }

            _pending.Clear();
            _names.Clear();
            foreach ((string path, SimulatedContent content) in _durableNames)
            {
                _names[path] = content;
                content.Crash(_random, keep);
            }

            Restart();
        }
    }

    /// <summary>The process dies and the system lives on: nothing is lost, every open file is dead.</summary>
    internal void Restart()
    {
        lock (_lock)
        {
            Life++;
            _locked = false;
            ClearFaults();
        }
    }

    private static string FolderOf(string path)
    {
        int slash = path.LastIndexOf('/');
        return slash < 0 ? string.Empty : path[..slash];
    }

    private readonly record struct NameChange(string? Removed, string? Added, SimulatedContent Content)
    {
        internal bool IsIn(string folder) =>
            (Removed is not null && FolderOf(Removed) == folder) || (Added is not null && FolderOf(Added) == folder);

        internal void ApplyTo(SortedDictionary<string, SimulatedContent> names)
        {
            // A name may stand for another file by now, when an earlier change was lost.
            if (Removed is not null && names.TryGetValue(Removed, out SimulatedContent? there)
                && ReferenceEquals(there, Content))
            {
                names.Remove(Removed);
            }

            if (Added is not null) names[Added] = Content;
        }
    }

    private sealed class Release(SimulatedDisk disk, int life) : IDisposable
    {
        public void Dispose()
        {
            lock (disk._lock)
            {
                if (disk.Life == life) disk._locked = false;
            }
        }
    }
}
