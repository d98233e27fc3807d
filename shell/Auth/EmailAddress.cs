namespace Catalog.Shell.Auth;

/// <summary>
/// Email addresses as account names: ASCII, lower case, of the shape <c>local@domain.tld</c>. The unquoted part of
/// RFC 5321; whether mail arrives there is not asked.
/// </summary>
public static class EmailAddress
{
    /// <summary>The longest address (RFC 5321, section 4.5.3.1.3, less the angle brackets).</summary>
    public const int MaxLength = 254;

    private const int MaxLocalLength = 64;
    private const string LocalExtras = ".!#$%&'*+/=?^_`{|}~-";

    /// <summary>Brings an address into the one form it is stored and looked up in.</summary>
    public static bool TryNormalize(string text, out string email)
    {
        email = text.Trim().ToLowerInvariant();
        int at = email.IndexOf('@');
        if (email.Length > MaxLength || at is < 1 or > MaxLocalLength) return false;
        return IsLocal(email.AsSpan(0, at)) && IsDomain(email.AsSpan(at + 1));
    }

    private static bool IsLocal(ReadOnlySpan<char> local)
    {
        foreach (char c in local)
            if (!char.IsAsciiLetterOrDigit(c) && !LocalExtras.Contains(c)) return false;
        return local[0] != '.' && local[^1] != '.' && local.IndexOf("..") < 0;
    }

    private static bool IsDomain(ReadOnlySpan<char> domain)
    {
        int labels = 0;
        foreach (Range part in domain.Split('.'))
        {
            ReadOnlySpan<char> label = domain[part];
            if (label.Length is < 1 or > 63 || label[0] == '-' || label[^1] == '-') return false;
            foreach (char c in label)
                if (!char.IsAsciiLetterOrDigit(c) && c != '-') return false;
            labels++;
        }

        return labels >= 2;
    }
}
