using System.Text;
using Catalog.Engine.Storage.Disks;
using Catalog.Engine.Tests.Simulation;
using Catalog.Shell.Mail;

namespace Catalog.Engine.Tests.Shell.Mail;

/// <summary>One mail a fact, whatever happens between writing it and keeping the offset behind it.</summary>
public sealed class OutboxTests
{
    private const long Noon = 1_893_499_200_000;
    private const long DayMs = 86_400_000;
    private const int MailCount = 12;
    private const int SaveEvery = 3;

    [Fact]
    public void Mails_of_a_day_stand_in_one_file_that_people_can_read()
    {
        var disk = new SimulatedDisk(1);
        using var outbox = new Outbox(disk);
        Assert.True(outbox.Write(Mail(7, Noon) with { Text = "Dear Ada,\n\nFrom here on, more.\n" }));
        Assert.False(outbox.Write(Mail(7, Noon)), "It is there.");
        Assert.True(outbox.Write(Mail(3, Noon + DayMs)));
        Assert.Equal(["2030-01-01.mbox", "2030-01-02.mbox"], disk.List("outbox"));
        string text = TextOf(disk, "outbox/2030-01-01.mbox");
        Assert.Matches("^From post@catalog.invalid Tue Jan 1 12:00:00 2030\nX-Outbox: 7 [0-9]+ [0-9a-f]{8}\n", text);
        Assert.Contains("\n\nDear Ada,\n\n>From here on, more.\n\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_crash_at_any_step_leaves_every_mail_once()
    {
        bool wasUntouched = false;
        for (int step = 1; !wasUntouched; step++)
        {
            Assert.True(step < 200, "A run ends untouched.");
            for (int seed = 0; seed < 8; seed++)
            {
                var disk = new SimulatedDisk(seed);
                disk.LosePowerAt(step);
                int saved = 0;
                wasUntouched = Deliver(disk, ref saved);
                disk.Crash();
                Assert.True(Deliver(disk, ref saved), "Nothing fails any more.");
                AssertEachOnce(disk);
            }
        }
    }

    [Fact]
    public void A_failed_write_or_sync_leaves_every_mail_once_after_the_next_start()
    {
        bool wasUntouched = false;
        for (int step = 1; !wasUntouched; step++)
        {
            Assert.True(step < 200, "A run ends untouched.");
            var disk = new SimulatedDisk(9);
            disk.FailAt(step);
            int saved = 0;
            wasUntouched = Deliver(disk, ref saved);
            disk.Restart();
            Assert.True(Deliver(disk, ref saved), "Nothing fails any more.");
            AssertEachOnce(disk);
        }
    }

    [Fact]
    public void A_mail_damaged_further_in_costs_no_other()
    {
        var disk = new SimulatedDisk(2);
        int saved = 0;
        Deliver(disk, ref saved);
        string first = disk.List("outbox")[0];
        disk.FlipBit($"outbox/{first}", offset: 200, bit: 1);
        disk.Restart();
        saved = 0;
        Deliver(disk, ref saved);
        AssertEachOnce(disk);
    }

    [Fact]
    public void A_fact_replayed_by_an_operator_long_after_makes_its_mail_once()
    {
        var disk = new SimulatedDisk(3);
        using var outbox = new Outbox(disk);
        bool[] isNew = [.. new long[] { 10, 30, 20, 20, 30, 5 }.Select(position => outbox.Write(Mail(position, Noon)))];
        Assert.Equal([true, true, true, false, false, true], isNew);
        Assert.Equal([5L, 10, 20, 30], PositionsIn(disk).Order());
    }

    /// <summary>Hands the mails over as a consumer does: from the saved offset, which is saved after a sync.</summary>
    /// <returns>False when a failure ended it.</returns>
    private static bool Deliver(SimulatedDisk disk, ref int saved)
    {
        try
        {
            using var outbox = new Outbox(disk);
            for (int i = saved; i < MailCount; i++)
            {
                // Two days, in turns in the middle.
                outbox.Write(Mail(100 + i, Noon + (i is > 6 or 4 ? DayMs : 0)));
                if ((i + 1) % SaveEvery != 0) continue;
                outbox.Sync();
                saved = i + 1;
            }

            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static void AssertEachOnce(SimulatedDisk disk)
    {
        IEnumerable<long> all = Enumerable.Range(100, MailCount).Select(i => (long)i);
        Assert.Equal(all, PositionsIn(disk).Distinct().Order());
        Assert.Equal(MailCount, PositionsIn(disk).Count);
    }

    /// <summary>Counts message ids, which is not how the outbox itself looks.</summary>
    private static List<long> PositionsIn(SimulatedDisk disk) =>
    [
        .. disk.List("outbox")
            .SelectMany(name => TextOf(disk, $"outbox/{name}").Split('\n'))
            .Where(line => line.StartsWith("Message-ID: <", StringComparison.Ordinal))
            .Select(line => long.Parse(line[13..line.IndexOf('.', 13)], null)),
    ];

    private static string TextOf(SimulatedDisk disk, string path)
    {
        using IDiskFile file = disk.Open(path);
        byte[] bytes = new byte[file.LengthBytes];
        file.Read(0, bytes);
        return Encoding.UTF8.GetString(bytes);
    }

    private static OutboxMail Mail(long position, long timeMs) => new()
    {
        Position = position,
        Kind = "booking-confirmed",
        TimeMs = timeMs,
        ToName = "Ada",
        ToAddress = "ada@example.org",
        Subject = "Your booking is confirmed",
        Text = "Dear Ada,\n\nyour seats are yours.\n",
    };
}
