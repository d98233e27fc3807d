namespace Catalog.Shell.Booking.Posters;

/// <summary>
/// Numbers that look like chance and are always the same for one text (FNV-1a, then a xorshift: G. Marsaglia, 2003).
/// </summary>
// mutable: every number drawn is the state of the next.
internal struct PosterDice
{
    private const ulong Basis = 14_695_981_039_346_656_037;
    private const ulong Prime = 1_099_511_628_211;

    private ulong _state;

    public PosterDice(string text)
    {
        _state = Basis;
        foreach (char c in text) _state = (_state ^ c) * Prime;
        if (_state == 0) _state = Basis;
        for (int i = 0; i < 4; i++) Draw();
    }

    /// <summary>A whole number from <paramref name="low"/> to below <paramref name="high"/>.</summary>
    public int Next(int low, int high) => low + (int)(Draw() % (ulong)(high - low));

    private ulong Draw()
    {
        _state ^= _state << 13;
        _state ^= _state >> 7;
        _state ^= _state << 17;
        return _state >> 11;
    }
}
