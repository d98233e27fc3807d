using System.Globalization;

namespace Catalog.Bench.Booking;

/// <summary>Refuses figures of a workload that was not what it says it is.</summary>
internal static class Expect
{
    private const double Least = 0.75;
    private const double Most = 0.85;

    /// <summary>About four in five attempts were granted.</summary>
    public static void Granted(HoldScore score, string name)
    {
        if (score.GrantedShare is >= Least and <= Most) return;
        throw new InvalidOperationException(string.Create(
            CultureInfo.InvariantCulture, $"{name} granted {score.GrantedShare:P1} of the holds, not about 80 %."));
    }
}
