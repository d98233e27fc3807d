using Catalog.Engine.Collections;

namespace Catalog.Engine.Tests.Collections;

/// <summary>In front of all entries of a number.</summary>
internal readonly struct NumberProbe(long number) : ITreeProbe<NumberKey>
{
    public static bool IsByKeysAlone => true;

    public bool IsBehind(in NumberKey key, in int item) => key.Number < number;
}
