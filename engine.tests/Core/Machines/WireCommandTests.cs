using System.Reflection;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Memory;
using Catalog.Engine.Core.Shards;
using Catalog.Engine.Wire;
using Catalog.Shell.Audit.Commands;
using Catalog.Shell.Hosting;

namespace Catalog.Engine.Tests.Core.Machines;

/// <summary>
/// Every command and every answer of every machine there is can travel: a new one without a codec, or with one that
/// forgets a field, fails here.
/// </summary>
public sealed class WireCommandTests
{
    private const int Rounds = 40;

    private static readonly Type[] Deciders =
    [
        .. new[] { typeof(CatalogEngine).Assembly, typeof(EngineHost).Assembly }
            .SelectMany(static assembly => assembly.GetTypes())
            .SelectMany(static type => type.GetInterfaces())
            .Where(static each => each.IsGenericType && each.GetGenericTypeDefinition() == typeof(IDecider<,,>))
            .Where(static each => !each.ContainsGenericParameters)
            .Distinct(),
    ];

    public static TheoryData<Type> Commands => [.. Deciders.Select(static each => each.GetGenericArguments()[1])];

    public static TheoryData<Type> Results =>
        [.. Deciders.Select(static each => each.GetGenericArguments()[2]).Distinct()];

    [Fact]
    public void AllMachinesAreLookedAt() => Assert.True(Deciders.Length >= 59, $"{Deciders.Length} deciders found.");

    [Theory]
    [MemberData(nameof(Commands))]
    public void ACommandArrivesAsItWasSent(Type command)
    {
        Assert.Contains(typeof(IWireCommand<>).MakeGenericType(command), InterfacesOf(command));
        Run(nameof(CheckCommand), command);
    }

    [Theory]
    [MemberData(nameof(Results))]
    public void AnAnswerArrivesAsItWasGiven(Type result) => Run(nameof(CheckResult), result);

    // A constraint that does not hold would throw before it says what is missing.
    private static Type[] InterfacesOf(Type type) =>
        [.. type.GetInterfaces().Where(static each => each.IsGenericType)];

    private static void Run(string check, Type type) =>
        typeof(WireCommandTests).GetMethod(check, BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(type).Invoke(null, BindingFlags.DoNotWrapExceptions, null, null, null);

    private static void CheckCommand<T>()
        where T : struct, IWireCommand<T>
    {
        for (int seed = 0; seed < Rounds; seed++)
        {
            T sent = (T)new MadeValues(seed).Make(typeof(T));
            var buffer = new ByteBuffer();
            var writer = new MessagePackWriter(buffer);
            sent.Write(ref writer);
            byte[] bytes = buffer.WrittenSpan.ToArray();

            var reader = new MessagePackReader(bytes);
            T read = T.Read(ref reader);

            Assert.Equal($"{seed} {ValueText.Of(sent)}", $"{seed} {ValueText.Of(read)}");
            Assert.True(reader.End, $"{typeof(T).Name}, seed {seed}: {reader.Remaining} bytes were left.");
            if (seed < 3) CheckBroken<T>(bytes, ValueText.Of(sent));
        }
    }

    private static void CheckBroken<T>(byte[] bytes, string sent)
        where T : struct, IWireCommand<T>
    {
        for (int length = 0; length < bytes.Length; length += 1 + (bytes.Length / 100))
        {
            byte[] part = bytes[..length];
            Assert.Throws<MessagePackFormatException>(() => ReadFrom<T>(part));
        }

        Assert.Throws<MessagePackFormatException>(() => ReadFrom<T>([0xC0]));
        Assert.Throws<MessagePackFormatException>(() => ReadFrom<T>([0x90]));

        // Two fields more: an array of a number and a text, and nil.
        Assert.InRange(bytes[0], 0x91, 0x9D);
        byte[] newer = [(byte)(bytes[0] + 2), .. bytes[1..], 0x92, 0x07, 0xA1, 0x41, 0xC0];
        Assert.Equal(sent, ValueText.Of(ReadFrom<T>(newer)));
    }

    private static T ReadFrom<T>(byte[] bytes)
        where T : struct, IWireCommand<T>
    {
        var reader = new MessagePackReader(bytes);
        T value = T.Read(ref reader);
        return reader.End ? value : throw new InvalidOperationException("Bytes were left.");
    }

    private static void CheckResult<T>()
        where T : struct, IResult<T>
    {
        for (int seed = 0; seed < Rounds; seed++)
        {
            T given = (T)new MadeValues(seed) { FillsCopies = true }.Make(typeof(T));
            if (!IsEven(given)) continue;
            var buffer = new ByteBuffer();
            var writer = new MessagePackWriter(buffer);
            given.Write(ref writer);

            var reader = new MessagePackReader(buffer.WrittenSpan);
            T read = T.Read(ref reader);

            Assert.Equal($"{seed} {ValueText.Of(given)}", $"{seed} {ValueText.Of(read)}");
            Assert.True(reader.End, $"{typeof(T).Name}, seed {seed}: {reader.Remaining} bytes were left.");
        }
    }

    /// <summary>Whether arrays that belong together have the same length, as a machine makes them.</summary>
    private static bool IsEven(object value) =>
        value is not AuditPage page || page.Entries.Length == page.Numbers.Length;
}
