using Catalog.Engine.Booking;
using Catalog.Engine.Tests.House;

namespace Catalog.Engine.Tests.Booking;

/// <summary>Random lives of bookings: the model in memory always agrees with a plain list.</summary>
public sealed class UserBookingsProperties
{
    private const int Showtimes = 3;
    private const int Users = 5;
    private const int Seats = 4;
    private static readonly ulong[] AllUsers = [.. Enumerable.Range(1, Users).Select(u => (ulong)u), 99];

    [Fact]
    public void AgreesWithAPlainListThroughRandomLives() => Seeds.Run(() =>
    {
        int offers = 0;
        for (int run = 0; run < 12; run++) offers += Run(Seeds.Random(7_000 + run));
        Assert.True(offers > 0, "Some begin as offers.");
    });

    private static int Run(Random random)
    {
        var world = new ShowtimeWorld(Showtimes, rows: 1, seatsPerRow: Seats);
        var model = new UserBookingsModel();
        ulong payment = 0;
        for (int step = 0; step < 250; step++)
        {
            Act(world, model, random, ref payment);
            model.Follow(world);
            if (step % 50 == 49) model.SaveAndLoad();
            if (step % 10 == 9) model.AssertSame(AllUsers, random.Next(1, 6));
        }

        Assert.True(model.Real.CountOf(UserBookingStatus.Confirmed) > 0, "Some lives end well.");
        return model.OfferCount;
    }

    private static void Act(ShowtimeWorld world, UserBookingsModel model, Random random, ref ulong payment)
    {
        ulong user = (ulong)random.Next(1, Users + 1);
        ulong showtime = (ulong)random.Next(1, Showtimes + 1);
        (ulong Showtime, ulong Booking)[] keys = [.. model.Keys];
        int action = random.Next(10);
        if (action < 3 || keys.Length == 0)
        {
            world.Hold(showtime, user, (ushort)random.Next(Seats));
            return;
        }

        if (action == 9 && random.Next(2) == 0)
        {
            var wish = new WaitingWish { Count = 1 };
            world.Send<JoinWaitingList, WaitingAnswer>(showtime, new JoinWaitingList(world.NowMs, user, wish));
            return;
        }

        if (action == 3)
        {
            world.Pass(random.Next(ShowtimeWorld.HoldMs));
            return;
        }

        (showtime, ulong booking) = keys[Math.Max(0, keys.Length - 1 - random.Next(8))];
        Assert.True(model.Real.TryFind(showtime, booking, out UserBooking known));
        long nowMs = world.NowMs;
        user = known.UserId;
        switch (action)
        {
            case 4:
                world.Send<ReleaseHold, BookingResult>(showtime, new ReleaseHold(nowMs, user, booking, default));
                break;
            case 5:
                world.Send<ExtendHold, HoldResult>(showtime, new ExtendHold(nowMs, user, booking, default));
                break;
            case 6 or 7:
                SeatClaim lapsed = known.Status == UserBookingStatus.Lapsed ? known.Claim : default;
                world.Send<StartPayment, PaymentResult>(
                    showtime, new StartPayment(nowMs, user, booking, default, ++payment, lapsed));
                break;
            case 8 when model.Pending.Any():
                (ulong pending, ulong at) = model.Pending.First();
                world.Send<FinishPayment, PaymentResult>(at, new FinishPayment(nowMs, pending, random.Next(3) > 0));
                break;
            default:
                world.Send<CancelBooking, BookingResult>(showtime, new CancelBooking(nowMs, user, booking));
                break;
        }
    }
}
