using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Catalog.Shell.Web;

/// <summary>Reads <c>Accept-Encoding</c> (RFC 9110, section 12.5.3).</summary>
internal static class Encodings
{
    /// <summary>Whether the client takes <paramref name="coding"/>: it names it, and not with quality 0.</summary>
    public static bool Takes(StringValues accepted, string coding)
    {
        if (!StringWithQualityHeaderValue.TryParseList(accepted, out IList<StringWithQualityHeaderValue>? values))
            return false;
        foreach (StringWithQualityHeaderValue value in values)
            if (value.Value.Equals(coding, StringComparison.OrdinalIgnoreCase)) return value.Quality is not 0;
        return false;
    }
}
