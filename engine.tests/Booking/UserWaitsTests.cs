using Catalog.Engine.Booking;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Memory;
using Catalog.Engine.Tests.House;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Tests.Booking;

public sealed class UserWaitsTests
{
    private const int Showtimes = 4;
    private const int Users = 4;
    private const int Seats = 3;

    [Fact]
    public void AgreesWithTheShowtimesThemselvesThroughRandomLives() => Seeds.Run(() =>
    {
        int offers = 0;
        for (int run = 0; run < 8; run++) offers += Run(Seeds.Random(8_000 + run));
        Assert.True(offers > 0, "Some get what they waited for.");
    });

    [Fact]
    public void OfOneUserTheLastAreRemembered()
    {
        var world = new ShowtimeWorld(Showtimes, rows: 1, seatsPerRow: 1);
        var waits = new UserWaits(maxPerUser: 2);
        for (ulong showtime = 1; showtime <= Showtimes; showtime++)
        {
            world.Hold(showtime, 9, 0);
            Join(world, showtime, 5, count: 1);
        }

        int seen = 0;
        Follow(world, waits, ref seen);
        Assert.Equal([4UL, 3UL], Of(waits, 5).Select(w => w.ShowtimeId));
        Assert.Equal(world.NowMs, Of(waits, 5)[0].JoinedMs);
        var one = new UserWait[1];
        Assert.Equal((1, 4UL), (waits.Copy(5, one), one[0].ShowtimeId));
    }

    [Fact]
    public void AModelThatBeginsInTheMiddleKnowsWhatCameSince()
    {
        var world = new ShowtimeWorld(Showtimes, rows: 1, seatsPerRow: 1);
        world.Hold(1, 9, 0);
        world.Hold(2, 9, 0);
        Join(world, 1, 5, count: 1);
        int seen = world.Facts.Count;
        var waits = new UserWaits();
        world.Send<LeaveWaitingList, WaitingAnswer>(1, new LeaveWaitingList(world.NowMs, 5));
        Join(world, 2, 5, count: 1);
        Follow(world, waits, ref seen);
        Assert.Equal([2UL], Of(waits, 5).Select(w => w.ShowtimeId));
    }

    [Fact]
    public void ReadingAllocatesNothing()
    {
        var world = new ShowtimeWorld(1, rows: 1, seatsPerRow: 1);
        var waits = new UserWaits();
        world.Hold(1, 9, 0);
        Join(world, 1, 5, count: 1);
        int seen = 0;
        Follow(world, waits, ref seen);
        var into = new UserWait[waits.MaxPerUser];
        AllocationGate.AssertNone(() => waits.Copy(5, into));
    }

    private static int Run(Random random)
    {
        var world = new ShowtimeWorld(Showtimes, rows: 1, seatsPerRow: Seats);
        var waits = new UserWaits();
        int seen = 0;
        for (int step = 0; step < 200; step++)
        {
            Act(world, random);
            Follow(world, waits, ref seen);
            if (step % 40 == 39) waits = Reloaded(waits);
            AssertSame(world, waits);
        }

        return world.Facts.Count(f => f.Header.Type == OfferMade.TypeId);
    }

    private static void Act(ShowtimeWorld world, Random random)
    {
        ulong user = (ulong)random.Next(1, Users + 1);
        ulong showtime = (ulong)random.Next(1, Showtimes + 1);
        switch (random.Next(6))
        {
            case 0 or 1:
                world.Hold(showtime, user, (ushort)random.Next(Seats));
                break;
            case 2 or 3:
                Join(world, showtime, user, random.Next(1, 4));
                break;
            case 4:
                world.Send<LeaveWaitingList, WaitingAnswer>(showtime, new LeaveWaitingList(world.NowMs, user));
                break;
            default:
                world.Pass(random.Next(ShowtimeWorld.HoldMs));
                break;
        }
    }

    private static void Join(ShowtimeWorld world, ulong showtime, ulong user, int count)
    {
        var wish = new WaitingWish { Count = (byte)count, Kind = WishKind.SeatsTogether };
        world.Send<JoinWaitingList, WaitingAnswer>(showtime, new JoinWaitingList(world.NowMs, user, wish));
    }

    private static void AssertSame(ShowtimeWorld world, UserWaits waits)
    {
        for (ulong user = 1; user <= Users; user++)
        {
            UserWait[] found = Of(waits, user);
            for (ulong showtime = 1; showtime <= Showtimes; showtime++)
            {
                WaitingAnswer place = world.Send<FindWaiting, WaitingAnswer>(
                    showtime, new FindWaiting(world.NowMs, user));
                Assert.Equal(place.Code == BookingCode.Ok, found.Any(w => w.ShowtimeId == showtime));
            }

            Assert.Equal(found.OrderByDescending(w => w.JoinedMs), found);
        }
    }

    private static UserWait[] Of(UserWaits waits, ulong user)
    {
        var into = new UserWait[waits.MaxPerUser];
        return into[..waits.Copy(user, into)];
    }

    private static void Follow(ShowtimeWorld world, UserWaits waits, ref int seen)
    {
        for (; seen < world.Facts.Count; seen++)
        {
            (EventHeader header, byte[] payload) = world.Facts[seen];
            if (waits.Wants(in header)) waits.Apply(in header, payload);
        }

        waits.CheckInvariants();
    }

    private static UserWaits Reloaded(UserWaits waits)
    {
        var buffer = new ByteBuffer();
        var writer = new MessagePackWriter(buffer);
        waits.Save(ref writer);
        writer.Flush();
        var loaded = new UserWaits();
        var reader = new MessagePackReader(buffer.WrittenSpan);
        loaded.Load(ref reader);
        Assert.True(reader.End);
        loaded.CheckInvariants();
        for (ulong user = 1; user <= Users; user++) Assert.Equal(Of(waits, user), Of(loaded, user));
        return loaded;
    }
}
