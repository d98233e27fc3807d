namespace Catalog.Engine.Tests.House;

/// <summary>A type with a member of every kind, public and not, to describe.</summary>
public sealed class PublicApiSample<T>(T value) : IDisposable
{
    public const int Most = 3;

    internal const int Hidden = 4;

    private readonly T _value = value;

    public event Action? Changed;

    public T Value { get; init; } = value;

    internal T Inner => _value;

    public T this[int index] => index == Hidden ? _value : Value;

    public static bool TryParse<U>(string text, out U? value, in long limit, int[]? rest = null)
    {
        value = default;
        return text.Length < limit && rest is null;
    }

    public void Dispose() => Changed?.Invoke();

    public override string ToString() => $"{Inner}";
}
