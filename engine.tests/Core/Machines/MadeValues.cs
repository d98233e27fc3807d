using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using Catalog.Engine.Booking;
using Catalog.Engine.Leaderboards;
using Catalog.Engine.Leaderboards.SortedSets;
using Catalog.Engine.Tests.Booking;
using Catalog.Shell.Exports;

namespace Catalog.Engine.Tests.Core.Machines;

/// <summary>Makes values of any type a command or an answer is made of, by chance but reproducibly.</summary>
internal sealed class MadeValues
{
    private readonly Random _random;
    private readonly NullabilityInfoContext _nullability = new();
    private readonly Dictionary<Type, Func<object>> _special;

    internal MadeValues(int seed)
    {
        _random = new Random(seed);
        _special = new Dictionary<Type, Func<object>>
        {
            [typeof(string)] = MakeText,
            [typeof(bool)] = () => _random.Next(2) == 0,
            [typeof(byte)] = () => (byte)_random.Next(256),
            [typeof(ushort)] = () => (ushort)_random.Next(65536),
            [typeof(int)] = () => (int)MakeInteger(int.MinValue, int.MaxValue),
            [typeof(long)] = () => MakeInteger(long.MinValue, long.MaxValue),
            [typeof(ulong)] = () => (ulong)MakeInteger(long.MinValue, long.MaxValue),
            [typeof(double)] = () => BitConverter.Int64BitsToDouble(_random.NextInt64()),
            [typeof(DateOnly)] = () => DateOnly.FromDayNumber(_random.Next(DateOnly.MaxValue.DayNumber)),
            [typeof(SeatList)] = () => new SeatList([.. MakeSeats(SeatList.MaxCount)]),
            [typeof(SeatSet)] = () => new SeatSet([.. MakeSeats(200)]),
            [typeof(ZonePrices)] = () => new ZonePrices([.. MakeMany(typeof(int), 4).Cast<int>()]),
            [typeof(ImmutableArray<int>)] = () => MakeMany(typeof(int), 4).Cast<int>().ToImmutableArray(),
            [typeof(SeatPlan)] = () => SeatPlan.Concert(_random.Next(1, 500), _random.Next(1, 6), _random.Next(4, 30)),
            [typeof(ExportArguments)] = () => new ExportArguments(MakeDictionary()),
            [typeof(IReadOnlyDictionary<string, string>)] = MakeDictionary,
        };
    }

    /// <summary>Whether buffers a query fills are made full, as an answer has them.</summary>
    internal bool FillsCopies { get; init; }

    /// <summary>A value of a type.</summary>
    internal object Make(Type type)
    {
        if (_special.TryGetValue(type, out Func<object>? make)) return make();
        if (type == typeof(SeatsCopy)) return MakeSeatsCopy();
        if (type == typeof(HoldsCopy)) return MakeHoldsCopy();
        if (type == typeof(CommandChunk)) return MakeChunk();
        if (type == typeof(BoardCopy)) return MakeBoardCopy();
        if (type.IsEnum) return Pick([.. type.GetEnumValues().Cast<object>()]);
        if (Nullable.GetUnderlyingType(type) is { } inner) return Make(inner);
        if (type.IsArray) return MakeArray(type.GetElementType()!);
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
            return MakeArray(type.GetGenericArguments()[0]);
        return MakeRecord(type);
    }

    private object MakeRecord(Type type)
    {
        ConstructorInfo? made = type.GetConstructors().MaxBy(each => each.GetParameters().Length);
        bool isPlain = made is null || made.GetParameters().Length == 0;
        object value = isPlain
            ? RuntimeHelpers.GetUninitializedObject(type)
            : made!.Invoke([.. made.GetParameters().Select(MakeArgument)]);
        if (!isPlain) return value;
        foreach (PropertyInfo property in type.GetProperties().Where(static each => each.SetMethod is not null))
        {
            bool mayMiss = _nullability.Create(property).WriteState == NullabilityState.Nullable;
            property.SetValue(value, mayMiss && _random.Next(2) == 0 ? null : Make(property.PropertyType));
        }

        return value;
    }

    private object? MakeArgument(ParameterInfo parameter)
    {
        bool mayMiss = _nullability.Create(parameter).WriteState == NullabilityState.Nullable;
        return mayMiss && _random.Next(2) == 0 ? null : Make(parameter.ParameterType);
    }

    private Array MakeArray(Type element)
    {
        object[] many = [.. MakeMany(element, 4)];
        var array = Array.CreateInstance(element, many.Length);
        Array.Copy(many, array, many.Length);
        return array;
    }

    private IEnumerable<object> MakeMany(Type element, int most) =>
        Enumerable.Range(0, _random.Next(most + 1)).Select(_ => Make(element));

    private IEnumerable<ushort> MakeSeats(int most) => MakeMany(typeof(ushort), most).Cast<ushort>();

    private Dictionary<string, string> MakeDictionary()
    {
        var values = new Dictionary<string, string>();
        for (int i = _random.Next(4); i > 0; i--) values["name" + i] = "x" + MakeText();
        return values;
    }

    private string MakeText() => Pick(["", "a", "Ein Satz mit Ümlaut", "日本語 🎬", new string('x', _random.Next(300))]);

    private long MakeInteger(long min, long max) => _random.Next(4) switch
    {
        0 => _random.Next(100),
        1 => min,
        2 => max,
        _ => _random.NextInt64(min, max),
    };

    private T Pick<T>(T[] values) => values[_random.Next(values.Length)];

    private SeatsCopy MakeSeatsCopy()
    {
        var copy = new SeatsCopy { KeepsLapsed = _random.Next(2) == 0 };
        if (FillsCopies) MakeHouse().Run<ReadSeats, SeatsReading>(new ReadSeats(ShowtimeHarness.StartMs, copy));
        return copy;
    }

    private CommandChunk MakeChunk()
    {
        var chunk = new CommandChunk();
        if (FillsCopies)
        {
            chunk.AnswerBuffer.Write(Encoding.UTF8.GetBytes(MakeText()));
            return chunk;
        }

        for (int i = _random.Next(4); i > 0; i--)
        {
            chunk.Begin(Pick([SortedSetCommand.ZAdd, SortedSetCommand.ZScore, SortedSetCommand.Ping]));
            for (int j = _random.Next(3); j > 0; j--) chunk.Add(Encoding.UTF8.GetBytes(Pick(["", "a", "key"])));
            chunk.TryEnd();
        }

        if (_random.Next(2) == 0) chunk.Watch("key"u8, _random.NextInt64());
        (chunk.Protocol, chunk.IsTransaction) = (_random.Next(2, 4), _random.Next(2) == 0);
        chunk.Seed = (ulong)_random.NextInt64();
        chunk.MaxAnswerBytes = _random.Next();
        return chunk;
    }

    private HoldsCopy MakeHoldsCopy()
    {
        var copy = new HoldsCopy();
        var query = new ReadHolds(ShowtimeHarness.StartMs, copy, 0, _random.Next(1, 3));
        if (FillsCopies) MakeHouse().Run<ReadHolds, HoldsReading>(query);
        return copy;
    }

    private BoardCopy MakeBoardCopy()
    {
        var copy = new BoardCopy();
        if (!FillsCopies) return copy;
        copy.Begin((BoardKey)Make(typeof(BoardKey)), _random.NextInt64(), _random.NextInt64());
        copy.SetOwnRank(_random.NextInt64());
        foreach (object row in MakeMany(typeof(BoardRow), 4)) copy.Add((BoardRow)row);
        return copy;
    }

    private ShowtimeHarness MakeHouse()
    {
        var house = new ShowtimeHarness((SeatPlan)Make(typeof(SeatPlan)));
        house.HoldPlaces(3, 0, 1);
        house.Hold(4, 0);
        house.Pay(4, house.Hold(4, 1).BookingId, 77);
        return house;
    }
}
