using System.Globalization;

namespace Catalog.WsGateway.Relay;

/// <summary>"reconnect in n ms", as a gateway that stops says it.</summary>
internal static class ReconnectHint
{
    private const string Start = "reconnect in ";
    private const string End = " ms";

    /// <summary>The milliseconds; null when nothing of the kind was said.</summary>
    internal static int? Read(string reason)
    {
        if (!reason.StartsWith(Start, StringComparison.Ordinal) || !reason.EndsWith(End, StringComparison.Ordinal))
            return null;
        ReadOnlySpan<char> number = reason.AsSpan(Start.Length, reason.Length - Start.Length - End.Length);
        return int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int ms) ? ms : null;
    }

    /// <summary>A reason with a time of its own for everybody who hears it.</summary>
    internal static string Make(int maxMs) => $"{Start}{Random.Shared.Next(maxMs)}{End}";
}
