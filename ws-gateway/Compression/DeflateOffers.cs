using System.Globalization;

namespace Catalog.WsGateway.Compression;

/// <summary>
/// Answers offers of permessage-deflate (RFC 7692 §5, §7.1). Neither side keeps context: a broadcast is compressed once
/// and is the same for all, and a connection that waits holds no window.
/// </summary>
internal static class DeflateOffers
{
    private const string Name = "permessage-deflate";
    private const int MaxBits = 15;

    /// <summary>The answer to the first offer that can be accepted; null when there is none.</summary>
    internal static string? Accept(string? extensions)
    {
        if (extensions is null) return null;
        foreach (string offer in extensions.Split(','))
            if (AcceptOne(offer) is { } answer) return answer;
        return null;
    }

    private static string? AcceptOne(string offer)
    {
        string[] parts = offer.Split(';', StringSplitOptions.TrimEntries);
        if (parts[0] != Name) return null;
        var seen = new HashSet<string>();
        bool asksForBits = false;
        foreach (string part in parts.AsSpan(1))
        {
            int equals = part.IndexOf('=', StringComparison.Ordinal);
            string name = (equals < 0 ? part : part[..equals]).TrimEnd();
            string? value = equals < 0 ? null : part[(equals + 1)..].Trim();
            if (!seen.Add(name) || !IsGood(name, value)) return null;
            asksForBits |= name == "server_max_window_bits";
        }

        string bits = asksForBits ? $"; server_max_window_bits={MaxBits}" : "";
        return $"{Name}; server_no_context_takeover; client_no_context_takeover{bits}";
    }

    /// <summary>Whether a parameter is one of the four, is well formed, and can be fulfilled.</summary>
    private static bool IsGood(string name, string? value) => name switch
    {
        "server_no_context_takeover" or "client_no_context_takeover" => value is null,

        // The compressor at hand always uses the largest window.
        "server_max_window_bits" => BitsOf(value) == MaxBits,
        "client_max_window_bits" => value is null || BitsOf(value) is >= 8 and <= MaxBits,
        _ => false,
    };

    private static int? BitsOf(string? value)
    {
        if (value is ['"', .. var quoted, '"']) value = quoted;
        bool isNumber = value is { Length: 1 or 2 } && value[0] != '0'
            && int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out _);
        return isNumber ? int.Parse(value!, CultureInfo.InvariantCulture) : null;
    }
}
