namespace Catalog.Seed.Leaderboards;

/// <summary>
/// Chance for one purpose: the same seed, player and purpose give the same draws, so nothing of a player has to be
/// kept between two days. SplitMix64 (Steele, Lea and Flood 2014).
/// </summary>
// mutable: every draw moves it on; it lives on the stack
internal struct Draw
{
    private ulong _state;

    public Draw(ulong seed, ulong player, ulong purpose)
    {
        _state = Mix(seed ^ Mix((player << 20) ^ purpose));
    }

    /// <summary>64 random bits.</summary>
    public ulong Bits() => Mix(_state += 0x9E37_79B9_7F4A_7C15);

    /// <summary>From 0 up to, not including, 1.</summary>
    public double Share() => (Bits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>From one number to another.</summary>
    public double Between(double from, double to) => from + ((to - from) * Share());

    /// <summary>From 0 up to, not including, <paramref name="below"/>.</summary>
    public int Below(int below) => (int)Math.BigMul(Bits(), (ulong)below, out _);

    /// <summary>Whether something of a probability happens.</summary>
    public bool Happens(double probability) => Share() < probability;

    /// <summary>From the standard normal distribution.</summary>
    public double Gauss() => Math.Sqrt(-2 * Math.Log(1 - Share())) * Math.Cos(2 * Math.PI * Share());

    /// <summary>From the exponential distribution with a mean of 1.</summary>
    public double Waiting() => -Math.Log(1 - Share());

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58_476D_1CE4_E5B9;
        z = (z ^ (z >> 27)) * 0x94D0_49BB_1331_11EB;
        return z ^ (z >> 31);
    }
}
