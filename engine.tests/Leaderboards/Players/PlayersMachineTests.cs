using Catalog.Engine.Core.Memory;
using Catalog.Engine.Leaderboards;
using Catalog.Engine.Tests.Core.Machines;
using Catalog.Engine.Tests.House;
using Catalog.Engine.Wire;
using Catalog.Seed.Leaderboards;
using PlayerProfile = Catalog.Engine.Leaderboards.PlayerProfile;

namespace Catalog.Engine.Tests.Leaderboards.Players;

/// <summary>Names nobody else has, search by their beginnings, and who follows whom.</summary>
public sealed class PlayersMachineTests
{
    private readonly Harness _players = new();

    [Fact]
    public void ANameThatIsTakenGetsTheIdBehindIt()
    {
        Assert.Equal("Nova", _players.Save(1, "Nova").Name);
        Assert.Equal("nova#2", _players.Save(2, "nova").Name);
        Assert.Equal("Nova", _players.Save(1, "Nova", 3).Name);
        Assert.Equal(3, _players.Save(1, "Nova", 3).Region);
        Assert.Equal(0, _players.LastEventCount);
        Assert.Equal("Fox", _players.Save(1, "Fox").Name);
        Assert.Equal("Nova", _players.Save(3, "Nova").Name);
        _players.Reload();
        _players.CheckReplay();
    }

    [Fact]
    public void SearchGoesOnBehindTheLastName()
    {
        string[] names = ["Nora", "nova", "Novak", "Ovid", "NOVEL"];
        for (int i = 0; i < names.Length; i++) _players.Save((ulong)i + 1, names[i]);
        AssertFound(["nova", "Novak"], true, _players.Search("NOV", "", 2));
        AssertFound(["NOVEL"], false, _players.Search("nov", "novak", 2));
        AssertFound([], false, _players.Search("z", "", 2));
        AssertFound(["Nora", "nova", "Novak", "NOVEL", "Ovid"], false, _players.Search("", "", 9));
    }

    [Fact]
    public void PlayersFollowOthersWhoAreThere()
    {
        for (ulong id = 1; id <= 3; id++) _players.Save(id, "P" + id);
        Assert.Equal(BoardCode.Ok, _players.Follow(1, 3, true));
        Assert.Equal(BoardCode.Ok, _players.Follow(1, 2, true));
        Assert.Equal(BoardCode.UnknownPlayer, _players.Follow(1, 1, true));
        Assert.Equal(BoardCode.UnknownPlayer, _players.Follow(1, 9, true));
        Assert.Equal([2UL, 3UL], _players.FriendsOf(1));
        _players.Follow(1, 2, false);
        _players.Reload();
        Assert.Equal([3UL], _players.FriendsOf(1));
        _players.CheckReplay();
    }

    [Fact]
    public void NamesStayInOrderWhateverTheyAre() => Seeds.Run(() =>
    {
        string[] parts = ["Nova", "nova", "NO", "Ünal", "ÜNAL", "夜", "Shadow", "shadowwolfmother", "1", "#", "é", "x"];
        Random random = Seeds.Random(77);
        var model = new Dictionary<ulong, string>();
        for (int step = 0; step < 600; step++)
        {
            var id = (ulong)random.Next(1, 60);
            string name = string.Concat(random.GetItems(parts, 1 + random.Next(3)));
            bool isTaken = model.Any(other => other.Key != id && Folded(other.Value) == Folded(name));
            model[id] = isTaken ? $"{name}#{id}" : name;
            Assert.Equal(model[id], _players.Save(id, name).Name);
            _players.State.CheckInvariants();
            if (step % 100 == 99) _players.Reload();
            string prefix = Folded(parts[random.Next(parts.Length)]);
            string[] expected = [.. model.Values.OrderBy(Folded, StringComparer.Ordinal)
                .Where(each => Folded(each).StartsWith(prefix, StringComparison.Ordinal))];
            AssertFound([.. expected.Take(5)], expected.Length > 5, _players.Search(prefix, "", 5));
            if (expected.Length > 1)
                AssertFound([.. expected.Skip(1)], false, _players.Search(prefix, Folded(expected[0]), 99));
        }

        _players.CheckReplay();
    });

    [Fact]
    public void APlayerTakesUnderAHundredBytes()
    {
        const int Players = 100_000;
        for (int i = 0; i < Players; i++) _players.Save((1UL << 40) + (ulong)i, PlayerNaming.NameOf(1, i));
        double each = _players.State.AllocatedBytes / (double)Players;
        Assert.True(each is > 40 and < 85, $"{each} bytes");
    }

    private static string Folded(string name) => name.ToLowerInvariant();

    private static void AssertFound(string[] names, bool hasMore, (string[] Names, bool HasMore) found)
    {
        Assert.Equal(names, found.Names);
        Assert.Equal(hasMore, found.HasMore);
    }

    private static ulong HashOf(PlayersState state)
    {
        var saved = new ByteBuffer();
        var writer = new MessagePackWriter(saved);
        new PlayersMachine().Save(state, ref writer);
        var hash = new StateHasher();
        foreach (byte value in saved.WrittenSpan) hash.Add(value);
        return hash.Value;
    }

    private sealed class Harness() : MachineHarness<PlayersState>(new PlayersMachine(), 1, HashOf, 1_000)
    {
        public PlayerProfile Save(ulong id, string name, byte region = 0) =>
            Run<SavePlayer, PlayersReading>(new SavePlayer(NowMs, id, name, region)).Players[0];

        public (string[] Names, bool HasMore) Search(string prefix, string after, int limit)
        {
            PlayersReading found = Run<SearchPlayers, PlayersReading>(new SearchPlayers(NowMs, prefix, after, limit));
            return ([.. found.Players.Select(static player => player.Name)], found.HasMore);
        }

        public BoardCode Follow(ulong id, ulong other, bool isFollowed) =>
            Run<FollowPlayer, BoardResult>(new FollowPlayer(NowMs, id, other, isFollowed)).Code;

        public IReadOnlyList<ulong> FriendsOf(ulong id) =>
            Run<ReadFriends, FriendsReading>(new ReadFriends(NowMs, id)).PlayerIds;
    }
}
