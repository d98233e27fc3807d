using System.Diagnostics.CodeAnalysis;

namespace Catalog.Shell.Auth;

/// <summary>
/// Compares access tokens as text or as a slice of a header. The signature's last characters are as good as random, so
/// they alone are hashed; equality looks at everything.
/// </summary>
internal sealed class TokenComparer : IEqualityComparer<string>, IAlternateEqualityComparer<ReadOnlySpan<char>, string>
{
    private const int HashedChars = 22;

    public bool Equals(string? x, string? y) => string.Equals(x, y, StringComparison.Ordinal);

    public int GetHashCode([DisallowNull] string obj) => GetHashCode(obj.AsSpan());

    public bool Equals(ReadOnlySpan<char> alternate, string other) => alternate.SequenceEqual(other);

    public int GetHashCode(ReadOnlySpan<char> alternate) =>
        string.GetHashCode(alternate.Length > HashedChars ? alternate[^HashedChars..] : alternate);

    public string Create(ReadOnlySpan<char> alternate) => alternate.ToString();
}
