using Catalog.Engine.Leaderboards.SortedSets;
using Catalog.Engine.Tests.House;

namespace Catalog.Engine.Tests.Leaderboards.SortedSets;

public sealed class KeyspaceTests
{
    private readonly KeyspaceHarness _db = new();

    [Fact]
    public void Commands_of_a_chunk_see_each_other() => Assert.Equal(
        ":2\r\n:1\r\n$3\r\n2.5\r\n*2\r\n$1\r\na\r\n$1\r\nb\r\n:1\r\n",
        _db.Run("ZADD k 1 a 2 b", "ZREVRANK k a", "ZINCRBY k 0.5 b", "ZRANGE k 0 -1", "ZREM k a a"));

    [Fact]
    public void All_that_a_chunk_changed_is_one_fact()
    {
        _db.Run("ZADD k 1 a 2 b", "ZADD other 1 a", "ZINCRBY k 1 a", "DEL other", "EXPIREAT k 4000000000");
        Assert.Equal(1, _db.LastEventCount);
        _db.CheckReplay();
    }

    [Fact]
    public void What_changes_nothing_is_not_written_down()
    {
        _db.Run("ZADD k 1 a");
        _db.Run("ZADD k 1 a", "ZADD k XX 2 b", "ZINCRBY k 0 a", "ZREM k b", "PERSIST k", "DEL nothing", "ZADD k x y");
        Assert.Equal(0, _db.LastEventCount);
        _db.Run("ZCARD k", "ZRANGE k 0 -1");
        Assert.Equal(0, _db.LastEventCount);
    }

    [Fact]
    public void A_command_is_checked_as_a_whole_first()
    {
        Assert.Equal("-ERR value is not a valid float\r\n", _db.Run("ZADD k 1 a x b"));
        Assert.Equal(":0\r\n", _db.Run("EXISTS k"));
    }

    [Fact]
    public void Version_three_has_types_for_numbers_and_pairs()
    {
        _db.Run("ZADD k 1.5 a 2 b");
        Assert.Equal(
            "*2\r\n*2\r\n$1\r\na\r\n,1.5\r\n*2\r\n$1\r\nb\r\n,2\r\n,1.5\r\n_\r\n*2\r\n:0\r\n,1.5\r\n_\r\n",
            _db.Run(3, "ZRANGE k 0 -1 WITHSCORES", "ZSCORE k a", "ZSCORE k c", "ZRANK k a WITHSCORE",
                "ZRANK k c WITHSCORE"));
        Assert.Equal("*1\r\n*2\r\n$1\r\nb\r\n,2\r\n", _db.Run(3, "ZPOPMAX k 1"));
        Assert.Equal("*2\r\n$1\r\na\r\n,1.5\r\n", _db.Run(3, "ZPOPMAX k"));
    }

    [Fact]
    public void A_transaction_is_one_array_and_knows_what_it_watched()
    {
        Assert.Equal("*2\r\n:1\r\n:1\r\n", _db.RunTransaction("ZADD k 1 a", "ZCARD k"));
        var asking = new CommandChunk();
        asking.Begin(SortedSetCommand.KeyVersion);
        asking.Add("k"u8);
        asking.Add("gone"u8);
        asking.TryEnd();
        string[] versions = _db.Run(asking).Split("\r\n");
        Assert.Equal(":0", versions[1]);
        CommandChunk Transaction()
        {
            CommandChunk chunk = KeyspaceHarness.Chunk("ZADD k 2 a");
            chunk.IsTransaction = true;
            chunk.Watch("k"u8, long.Parse(versions[0][1..], System.Globalization.CultureInfo.InvariantCulture));
            chunk.Watch("gone"u8, 0);
            return chunk;
        }

        Assert.Equal("*1\r\n:0\r\n", _db.Run(Transaction()));
        Assert.Equal("*-1\r\n", _db.Run(Transaction()));
    }

    [Fact]
    public void A_key_that_has_ended_is_gone_before_the_timer_comes()
    {
        _db.Run("ZADD k 1 a", "ZADD stays 1 a", "PEXPIRE k 1000");
        Assert.Equal(":1000\r\n:1\r\n:-1\r\n:-2\r\n", _db.Run("PTTL k", "TTL k", "TTL stays", "TTL gone"));
        _db.NowMs += 999;
        Assert.Equal(":1\r\n", _db.Run("EXISTS k"));
        _db.NowMs += 1;
        Assert.Equal("$-1\r\n*1\r\n$5\r\nstays\r\n:0\r\n", _db.Run("ZSCORE k a", "KEYS *", "ZCARD k"));
        Assert.Equal(":0\r\n:1\r\n", _db.Run("EXISTS k", "ZADD k 5 b"));
        Assert.Equal(":-1\r\n:2\r\n", _db.Run("TTL k", "DBSIZE"));
        _db.CheckReplay();
    }

    [Fact]
    public void The_timer_removes_what_has_ended()
    {
        _db.Run("ZADD a 1 m", "ZADD b 1 m", "PEXPIRE a 10", "PEXPIRE b 20", "PEXPIRE a 15");
        Assert.Equal(KeyspaceHarness.StartMs + 15, _db.Machine.NextDueMs(_db.State));
        Assert.False(_db.WakeIfDue());
        _db.NowMs += 15;
        Assert.True(_db.WakeIfDue());
        Assert.Equal(":1\r\n", _db.Run("DBSIZE"));
        _db.NowMs += 15;
        Assert.True(_db.WakeIfDue());
        Assert.Equal(long.MaxValue, _db.Machine.NextDueMs(_db.State));
        Assert.Equal(0, _db.State.KeyCount);
        _db.CheckReplay();
    }

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        var small = new KeyspaceHarness(new KeyspaceLimits { MaxKeys = 2, MaxMembers = 3 });
        Assert.Equal(":1\r\n:2\r\n", small.Run("ZADD a 1 m", "ZADD b 1 m 2 n"));
        const string Full =
            "-OOM command not allowed: a database holds 2 keys and 3 members, a set 16777216\r\n";
        Assert.Equal(Full + Full + Full, small.Run("ZADD c 1 m", "ZADD a 1 x", "ZUNIONSTORE c 2 a b"));
        Assert.Equal(":0\r\n$1\r\n6\r\n:0\r\n", small.Run("ZADD b 5 m", "ZINCRBY b 1 m", "ZADD c XX 1 m"));
        Assert.Equal(":1\r\n:1\r\n", small.Run("ZREM a m", "ZADD c 1 m"));
        Assert.Equal(
            "-ERR the name of a member has at most 16384 bytes\r\n",
            small.Run("ZADD b 1 " + new string('x', KeyspaceLimits.MaxNameBytes + 1)));
    }

    [Fact]
    public void An_answer_that_is_too_large_is_an_error_and_takes_nothing_out()
    {
        CommandChunk fill = new();
        for (int i = 0; i < 100; i++) KeyspaceHarness.Add(fill, ["ZADD", "k", "1", new string('x', 50) + i]);
        _db.Run(fill);
        foreach (string command in new[] { "ZRANGE k 0 -1", "ZPOPMIN k 100", "ZRANDMEMBER k -100" })
        {
            CommandChunk chunk = KeyspaceHarness.Chunk(command, "ZCARD k");
            chunk.MaxAnswerBytes = 1000;
            Assert.Equal(
                "-ERR the answer is larger than a client may have pending; ask for less at once\r\n:100\r\n",
                _db.Run(chunk));
        }
    }

    [Fact]
    public void A_cursor_meets_every_key_that_was_there_all_the_time()
    {
        var fill = new CommandChunk();
        for (int i = 0; i < 40; i++) KeyspaceHarness.Add(fill, ["ZADD", "key" + i, "1", "m"]);
        _db.Run(fill);
        var seen = new HashSet<string>();
        string cursor = "0";
        int step = 0;
        do
        {
            string[] answer = _db.Run($"SCAN {cursor} COUNT 7 MATCH key*").Split("\r\n");
            cursor = answer[2];
            seen.UnionWith(answer.Where(static line => line.StartsWith("key", StringComparison.Ordinal)));
            // Keys come and go meanwhile; even ones stay.
            _db.Run($"DEL key{(2 * step) + 1}", $"ZADD fresh{step} 1 m");
            step++;
            _db.Reload();
        }
        while (cursor != "0");
        for (int i = 0; i < 40; i += 2) Assert.Contains("key" + i, seen);
    }

    [Fact]
    public void Members_drawn_by_chance_are_members_and_distinct_unless_repeats_are_asked_for()
    {
        _db.Run("ZADD k 1 a 2 b 3 c 4 d");
        Assert.Equal("*4\r\n$1\r\na\r\n$1\r\nb\r\n$1\r\nc\r\n$1\r\nd\r\n", _db.Run("ZRANDMEMBER k 9"));
        Assert.StartsWith("*20\r\n", _db.Run("ZRANDMEMBER k -10 WITHSCORES"), StringComparison.Ordinal);
        var drawn = new HashSet<string>();
        for (int i = 0; i < 50; i++)
        {
            CommandChunk chunk = KeyspaceHarness.Chunk("ZRANDMEMBER k");
            chunk.Seed = (ulong)i;
            drawn.Add(_db.Run(chunk));
        }

        Assert.Equal(4, drawn.Count);
    }

    /// <summary>Random commands: invariants after each chunk, and replay and snapshot lead to the same state.</summary>
    [Fact]
    public void Replay_and_snapshots_lead_to_the_same_state() => Seeds.Run(static () =>
    {
        for (int world = 0; world < 8; world++)
        {
            Random random = Seeds.Random(world);
            var commands = new RandomCommands(random);
            var db = new KeyspaceHarness();
            for (int round = 0; round < 150; round++)
            {
                var chunk = new CommandChunk();
                for (int i = random.Next(1, 12); i > 0; i--)
                {
                    string[] words = commands.Next();
                    if (words[0] != "NOSUCH") KeyspaceHarness.Add(chunk, words);
                }

                chunk.IsTransaction = random.Next(4) == 0;
                db.Run(chunk);
                db.NowMs += random.Next(2000);
                if (random.Next(4) == 0) KeyspaceHarness.Add(chunk, ["PEXPIRE", "k" + random.Next(4), "3000"]);
                if (random.Next(10) == 0) db.Reload();
                db.WakeIfDue();
            }

            db.CheckReplay();
        }
    });
}
