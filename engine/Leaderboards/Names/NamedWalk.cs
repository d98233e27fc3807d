using Catalog.Engine.Collections;

namespace Catalog.Engine.Leaderboards;

/// <summary>
/// Goes over a range of a <see cref="NamedRankedSet"/>, up or down; for <c>foreach</c>. The set must not change
/// meanwhile. O(1) a step; 0 B.
/// </summary>
// mutable: an enumerator moves.
public struct NamedWalk
{
    private readonly NamedRankedSet _set;
    private readonly bool _isDown;
    private TreePlace _place;
    private int _left;
    private bool _hasBegun;

    internal NamedWalk(NamedRankedSet set, TreePlace place, int count, bool isDown)
    {
        _set = set;
        _isDown = isDown;
        _place = place;
        _left = count;
    }

    /// <summary>The entry it has come to.</summary>
    public readonly NamedEntry Current => _set.EntryAt(_place);

    /// <summary>Itself.</summary>
    public readonly NamedWalk GetEnumerator() => this;

    /// <summary>Goes on.</summary>
    /// <returns>Whether there is an entry.</returns>
    public bool MoveNext()
    {
        if (_left <= 0) return false;
        _left--;
        if (_hasBegun) _place = _set.Step(_place, _isDown);
        _hasBegun = true;
        return true;
    }
}
