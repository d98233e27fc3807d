using System.Collections.Concurrent;

namespace Catalog.Shell.Auth;

/// <summary>
/// Remembers access tokens that were verified, so that the next request with one costs a look-up by span.
/// <code>
/// young   token → caller    new ones and those used since the last turn
/// old     token → caller    the ones before; dropped at the next turn
/// </code>
/// When the young half is full it becomes the old one: bounded memory without a clock or a list, and what is used at
/// least once a turn stays. Invariant: neither half holds more than half the capacity, plus one a thread.
/// </summary>
/// <remarks>Thread-safe. A hit takes no lock and allocates nothing.</remarks>
internal sealed class TokenCache
{
    private readonly int _halfCapacity;
    private readonly Lock _turn = new();
    private volatile Half _young;
    private volatile Half _old;

    /// <summary>Creates an empty cache for about <paramref name="capacity"/> tokens.</summary>
    public TokenCache(int capacity)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 2);
        _halfCapacity = capacity / 2;
        _young = new Half();
        _old = new Half();
    }

    /// <summary>Tokens remembered, roughly while others write.</summary>
    public int Count => _young.Count + _old.Count;

    /// <summary>Looks a token up.</summary>
    public bool TryGet(ReadOnlySpan<char> token, out Caller caller) =>
        _young.TryGet(token, out caller) || TryGetSlow(token, out caller);

    /// <summary>Remembers a verified token.</summary>
    public void Add(string token, Caller caller)
    {
        Half young = _young;
        if (young.Add(token, caller) < _halfCapacity) return;
        lock (_turn)
        {
            if (!ReferenceEquals(_young, young)) return;
            _old = young;
            _young = new Half();
        }
    }

    private bool TryGetSlow(ReadOnlySpan<char> token, out Caller caller)
    {
        if (!_old.TryGet(token, out caller)) return false;
        Add(token.ToString(), caller);
        return true;
    }

    private sealed class Half
    {
        private readonly ConcurrentDictionary<string, Caller> _callers = new(new TokenComparer());
        private readonly ConcurrentDictionary<string, Caller>.AlternateLookup<ReadOnlySpan<char>> _bySpan;
        private int _count;

        public Half() => _bySpan = _callers.GetAlternateLookup<ReadOnlySpan<char>>();

        public int Count => Volatile.Read(ref _count);

        public bool TryGet(ReadOnlySpan<char> token, out Caller caller) => _bySpan.TryGetValue(token, out caller);

        public int Add(string token, Caller caller) =>
            _callers.TryAdd(token, caller) ? Interlocked.Increment(ref _count) : Count;
    }
}
