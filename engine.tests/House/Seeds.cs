using System.Globalization;
using FsCheck;

namespace Catalog.Engine.Tests.House;

/// <summary>
/// The seed of every random test: fixed, so that a run can be repeated, and replaced by the environment variable
/// <c>CATALOG_SEED</c> to explore or to replay. A failing test prints it.
/// </summary>
public static class Seeds
{
    private const ulong Fixed = 0x9E37_79B9_7F4A_7C15;

    /// <summary>The seed of this run.</summary>
    public static ulong Current { get; } = Given() is { } given
        ? ulong.Parse(given, CultureInfo.InvariantCulture)
        : Fixed;

    /// <summary>A generator that starts from the seed of this run and a <paramref name="salt"/> of the test.</summary>
    public static Random Random(int salt) => new(unchecked((int)(Current ^ (Current >> 32)) * 31 + salt));

    /// <summary>Checks an FsCheck property on <paramref name="cases"/> cases drawn from the seed of this run.</summary>
    public static void Check(Property property, int cases = 200)
    {
        // A gamma of SplitMix must be odd.
        Config config = Config.QuickThrowOnFailure.WithMaxTest(cases).WithReplay(Current, Current | 1);
        Run(() => FsCheck.Check.One(config, property));
    }

    /// <summary>Runs <paramref name="test"/> and adds the seed to whatever it fails with.</summary>
    public static void Run(Action test)
    {
        try
        {
            test();
        }
        catch (Exception failure)
        {
            throw new InvalidOperationException($"CATALOG_SEED={Current} replays this: {failure.Message}", failure);
        }
    }

    private static string? Given() => Environment.GetEnvironmentVariable("CATALOG_SEED");
}
