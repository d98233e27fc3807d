using System.Text;
using Catalog.Engine.Leaderboards;
using Catalog.Engine.Tests.House;
using FsCheck.Fluent;

namespace Catalog.Engine.Tests.Leaderboards;

public sealed class NamedRankedSetTests
{
    private static readonly double[] Scores =
        [0, -0.0, 1, 1.5, -1, 2, double.PositiveInfinity, double.NegativeInfinity, double.Epsilon, -1e300];

    private static readonly NamedConditions[] AllConditions =
    [
        .. Enum.GetValues<NamedConditions>(),
        NamedConditions.OnlyExisting | NamedConditions.OnlyGreater,
        NamedConditions.OnlyExisting | NamedConditions.OnlyLess | NamedConditions.Increment,
        NamedConditions.OnlyGreater | NamedConditions.Increment,
        NamedConditions.OnlyNew | NamedConditions.Increment,
    ];

    private readonly NamedRankedSet _set = new(new NamedRankedSetOptions { Capacity = 3, MaxNameBytes = 5 });

    [Fact]
    public void The_set_does_what_a_plain_list_does() => Seeds.Check(Prop.ForAll<int[]>(steps =>
    {
        var random = new Random(steps.Length == 0 ? 0 : steps[0]);
        var model = new NamedModel(1_000);
        string stem = random.Next(3) switch { 0 => "", 1 => "player:", _ => new string('x', 280) };
        for (int i = 0; i < 2 * steps.Length; i++)
        {
            Step(model, random, stem);
            model.CheckAll();
        }

        return true;
    }), 50);

    [Fact]
    public void Equal_scores_are_ordered_by_the_names_bytes()
    {
        var model = new NamedModel(100);
        string[] names =
            ["b", "a", "", "aa", "a\0", "ab", "abcdefgh", "abcdefghi", "abcdefgh\0", "é", "z", "aaaaaaaaaaaa"];
        foreach (string name in names)
        {
            model.Add(name, 7, NamedConditions.None);
            model.CheckAll();
        }

        model.CheckNames(names);
        foreach (string name in names)
        {
            model.Remove(name);
            model.CheckAll();
        }
    }

    [Fact]
    public void Names_that_share_less_and_less_stay_in_order()
    {
        var model = new NamedModel(20_000);
        for (int i = 0; i < 5_000; i++) model.Add($"same:stem:of:all:{i:D6}", 1, NamedConditions.None);
        model.Set.CheckInvariants();
        for (int length = 16; length > 0; length--)
        {
            model.Add("same:stem:of:all:"[..length] + "~", 1, NamedConditions.None);
            model.Set.CheckInvariants();
        }

        for (int i = 0; i < 4_990; i++) model.Remove($"same:stem:of:all:{i:D6}");
        model.CheckAll();
    }

    [Fact]
    public void What_is_refused_changes_nothing()
    {
        Assert.Equal(NamedResult.NotANumber, Add("a", double.NaN));
        Assert.Equal(NamedResult.NameTooLong, Add("abcdef", 1));
        Assert.Equal(NamedResult.Added, Add("a", double.PositiveInfinity));
        Assert.Equal(NamedResult.NotANumber, Add("a", double.NegativeInfinity, NamedConditions.Increment));
        Assert.Equal(NamedResult.Added, Add("b", -0.0));
        Assert.Equal(NamedResult.Unchanged, Add("b", 0.0));
        Assert.Equal(NamedResult.Added, Add("c", 1));
        Assert.Equal(NamedResult.Full, Add("d", 1));
        Assert.Throws<ArgumentException>(() => Add("a", 1, NamedConditions.OnlyNew | NamedConditions.OnlyExisting));
        Assert.Throws<ArgumentException>(() => Add("a", 1, NamedConditions.OnlyGreater | NamedConditions.OnlyLess));
        Assert.Throws<ArgumentException>(() => _set.RangeByScore(new ScoreBound(double.NaN), new ScoreBound(1)));
        Assert.Equal(3, _set.Count);
        _set.CheckInvariants();
    }

    [Fact]
    public void Who_stays_is_scanned_exactly_once_while_others_come_and_go()
    {
        var set = new NamedRankedSet(new NamedRankedSetOptions { Capacity = 10_000 });
        Random random = Seeds.Random(9);
        for (int i = 0; i < 500; i++) set.Add(Bytes($"stays{i}"), i, NamedConditions.None, out _);
        for (int i = 0; i < 500; i++) set.Add(Bytes($"goes{i}"), i, NamedConditions.None, out _);
        var seen = new List<string>();
        ulong cursor = 0;
        while (set.TryScan(ref cursor, out NamedEntry entry))
        {
            seen.Add(Encoding.UTF8.GetString(entry.Name));
            set.Remove(Bytes($"goes{random.Next(500)}"));
            set.Add(Bytes($"comes{random.Next(300)}"), 0, NamedConditions.None, out _);
            set.Add(Bytes($"stays{random.Next(500)}"), random.Next(9), NamedConditions.None, out _);
        }

        var stayed = seen.Where(name => name.StartsWith("stays", StringComparison.Ordinal)).Order();
        Assert.Equal(Enumerable.Range(0, 500).Select(i => $"stays{i}").Order(), stayed);
    }

    [Fact]
    public void A_churned_set_does_not_keep_the_names_of_those_who_left()
    {
        var set = new NamedRankedSet(new NamedRankedSetOptions { Capacity = 5_000 });
        for (int i = 0; i < 5_000; i++) set.Add(Bytes($"{i:D40}"), i, NamedConditions.None, out _);
        long before = set.AllocatedBytes;
        for (int length = 41; length < 60; length++)
        {
            for (int i = 0; i < 5_000; i++)
            {
                set.Remove(Bytes(i.ToString($"D{length - 1}", null)));
                set.Add(Bytes(i.ToString($"D{length}", null)), i, NamedConditions.None, out _);
            }
        }

        set.CheckInvariants();
        Assert.InRange(set.AllocatedBytes, 1, 2 * before);
    }

    private static byte[] Bytes(string name) => Encoding.UTF8.GetBytes(name);

    private static void Step(NamedModel model, Random random, string stem)
    {
        string name = random.Next(12) == 0 ? $"{random.Next(20)}" : $"{stem}{random.Next(60)}";
        switch (random.Next(10))
        {
            case 0 or 1: model.Remove(name); break;
            case 2: model.Reload(); break;
            case 3: model.RemoveRange(random.Next(model.Count + 1), random.Next(3)); break;
            default:
                double score = Scores[random.Next(Scores.Length)];
                model.Add(name, score, AllConditions[random.Next(AllConditions.Length)]);
                break;
        }
    }

    private NamedResult Add(string name, double score, NamedConditions conditions = NamedConditions.None) =>
        _set.Add(Bytes(name), score, conditions, out _);
}
