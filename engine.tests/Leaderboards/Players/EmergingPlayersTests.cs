using Catalog.Engine.Leaderboards.Play;
using Catalog.Engine.Leaderboards.Players;
using Catalog.Engine.Leaderboards.Projections;
using Catalog.Engine.Models;
using Catalog.Engine.Tests.Models;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Tests.Leaderboards.Players;

/// <summary>Who rises fast near the top, from the ratings that are kept of the weeks before.</summary>
public sealed class EmergingPlayersTests
{
    private const int Players = 80;
    private const int Days = 42;
    private const int LearnsFrom = 24;
    private const ulong Learner = 7;
    private const ulong Late = 8;
    private const long DayMs = 86_400_000;

    // A Monday, as the marks' weeks begin.
    private const long BeginMs = 20_003 * DayMs;
    private const long NowMs = BeginMs + (Days * DayMs) - 1;
    private readonly List<double> _learnerOnMondays = [];
    private readonly PlayModels _models = new(1, Players);

    public EmergingPlayersTests() => Play();

    [Fact]
    public void WhoLearnedIsFoundSinceTheFirstMondayThatIsKept()
    {
        RatingChange rise = Assert.Single(Find(_models), static each => each.PlayerId == Learner);
        Assert.Equal(BeginMs + (14 * DayMs), rise.SinceMs);
        Assert.Equal(_learnerOnMondays[1], rise.Then, 0.05);
        Assert.Equal(_models.SkillOf(Learner, NowMs)!.Value.Rating, rise.Now);
        Assert.InRange(rise.ThenDeviation, 30, 80);
        Assert.True(rise.Now > rise.Then + 200, $"{rise}");
        // Those who play as ever are not there; who came last week is too unsure by then, and has the first mark.
        Assert.InRange(Find(_models).Count, 1, 3);
        Assert.DoesNotContain(Find(_models), static each => each.PlayerId == Late);
    }

    [Fact]
    public void APortionAtATimeIsAll()
    {
        var found = new List<RatingChange>();
        int from = 0;
        while (_models.ListEmerging(from, 7, NowMs, _models.RatingAt(0.9), found)) from += 7;
        Assert.Equal(Find(_models), found);
        Assert.Empty(EmergingPlayers.Find(found, 5_000, 10));
    }

    [Fact]
    public void WhoIsKeptOutOfMatchesOrHasNotPlayedForFourWeeksIsNotThere()
    {
        Assert.Contains(Find(_models, NowMs + (14 * DayMs)), static each => each.PlayerId == Learner);
        Assert.Empty(Find(_models, NowMs + (28 * DayMs)));
        _models.Hide(Learner, isHidden: true);
        Assert.DoesNotContain(Find(_models), static each => each.PlayerId == Learner);
        _models.Hide(Learner, isHidden: false);
        Assert.Contains(Find(_models), static each => each.PlayerId == Learner);
    }

    [Fact]
    public void MarksAreLoadedAndAStateWithoutThemIsReadable()
    {
        byte[] bytes = Save(_models);
        PlayModels loaded = Load(bytes);
        Assert.Equal(bytes, Save(loaded));
        Assert.Equal(Find(_models), Find(loaded));
        // As it was written before marks were kept: an array of six, without what is behind.
        byte[] old = bytes[..MarksAt(bytes)];
        Assert.Equal(0x97, old[0]);
        old[0] = 0x96;
        PlayModels before = Load(old);
        Assert.Empty(Find(before));
        Assert.Equal(_models.SkillOf(Learner, NowMs), before.SkillOf(Learner, NowMs));
        Assert.True(Marks(before).All(static each => each == 0));
        // From the next week on there are marks again.
        before.Observe(Learner, 1, new PlayedGame(NowMs + (7 * DayMs), 0, 1_000, 300));
        Assert.False(Marks(before).All(static each => each == 0));
    }

    private void Play()
    {
        var random = new SeededRandom(11);
        for (int day = 0; day < Days; day++)
        {
            for (int game = 0; game < 3; game++)
            {
                for (ulong player = 0; player < Players; player++)
                {
                    if (player == Late && day < Days - 7) continue;
                    double skill = SkillOf(player, day);
                    double score = 2_000 + (200 * (skill + (0.5 * random.NextGauss())));
                    long timeMs = BeginMs + (day * DayMs) + (((game * Players) + (long)player) * 60_000);
                    _models.Observe(player, 1, new PlayedGame(timeMs, 0, (int)score, 300));
                }
            }

            if ((day + 1) % 7 != 0) continue;
            long mondayMs = BeginMs + ((day + 1) * DayMs);
            _learnerOnMondays.Add(_models.SkillOf(Learner, mondayMs) is { } rated ? rated.Rating : 0);
        }

        _models.CheckInvariants();
    }

    // All but two evenly from 1.6 deviations below the middle to as many above.
    private static double SkillOf(ulong player, int day) => player switch
    {
        Learner => day < LearnsFrom ? 0 : 2,
        Late => 2,
        _ => -1.6 + (3.2 * player / Players),
    };

    private static List<RatingChange> Find(PlayModels models, long nowMs = NowMs)
    {
        var found = new List<RatingChange>();
        Assert.False(models.ListEmerging(0, Players, nowMs, models.RatingAt(0.9), found));
        return found;
    }

    private static byte[] Save(PlayModels models) => ModelBytes.Of(buffer =>
    {
        var writer = new MessagePackWriter(buffer);
        models.Save(ref writer);
    });

    private static int MarksAt(byte[] saved)
    {
        var reader = new MessagePackReader(saved);
        for (int fields = reader.ReadArrayHeader(); fields > 1; fields--) reader.Skip();
        return reader.Consumed;
    }

    private static ulong[] Marks(PlayModels models)
    {
        byte[] saved = Save(models);
        var reader = new MessagePackReader(saved.AsSpan(MarksAt(saved)));
        ulong[] marks = new ulong[reader.ReadArrayHeader()];
        for (int i = 0; i < marks.Length; i++) marks[i] = reader.ReadUInt64();
        return marks;
    }

    private static PlayModels Load(byte[] bytes)
    {
        var models = new PlayModels(1, Players);
        var reader = new MessagePackReader(bytes);
        models.Load(ref reader);
        Assert.True(reader.End);
        models.CheckInvariants();
        return models;
    }
}
