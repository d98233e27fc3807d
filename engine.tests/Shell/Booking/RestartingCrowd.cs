using Catalog.Engine.Booking;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Tests.House;
using Catalog.Shell.Booking.Payments;

namespace Catalog.Engine.Tests.Shell.Booking;

/// <summary>
/// People who hold, pay, are declined and cancel, through several lives of the server: a restart between each and the
/// next, and once only what a crash leaves, the models' last snapshots and a journal that goes further.
/// </summary>
internal sealed class RestartingCrowd(ManualClock clock, int seed)
{
    public const int Rounds = 3;
    private const int CrashAfter = 1;
    private readonly Random _random = Seeds.Random(seed);

    public int Users { get; init; } = 4;

    public int Rows { get; init; } = 6;

    public int SeatsPerRow { get; init; } = 10;

    public int ActionsPerRound { get; init; } = 60;

    public int CancelOneIn { get; init; } = 3;

    public int PauseSeconds { get; init; } = 90;

    /// <summary>The time between two lives.</summary>
    public TimeSpan Between { get; init; } = TimeSpan.FromHours(9);

    /// <summary>Runs all lives and one more; <paramref name="checkAsync"/> looks at each of them.</summary>
    public async Task RunAsync(string folder, Func<BookingHost, Task> checkAsync)
    {
        string? image = null;
        try
        {
            for (int round = 0; round < Rounds; round++)
            {
                clock.Advance(Between);
                await using BookingHost host = await BookingHost.StartAsync(folder, clock);
                ulong showtime = (ulong)round + 1;
                await host.OpenAsync(showtime, Rows, SeatsPerRow);
                for (int action = 0; action < ActionsPerRound; action++) await ActAsync(host, showtime);
                await checkAsync(host);
                if (round == CrashAfter) folder = image = CrashImage.Take(folder);
            }

            await using BookingHost last = await BookingHost.StartAsync(folder, clock);
            await checkAsync(last);
        }
        finally
        {
            if (image is not null) Directory.Delete(image, recursive: true);
        }
    }

    /// <summary>Somebody does something.</summary>
    public async Task ActAsync(BookingHost host, ulong showtime)
    {
        ulong user = (ulong)_random.Next(1, Users + 1);
        clock.Advance(TimeSpan.FromSeconds(_random.Next(PauseSeconds)));
        var seat = new SeatList((ushort)_random.Next(Rows * SeatsPerRow));
        Reply<HoldResult> held = await host.Booking.HoldAsync(showtime, user, seat);
        if (held.Value.Code != BookingCode.Ok || _random.Next(3) == 0) return;
        var hold = new HoldReference(user, held.Value.BookingId);
        string card = _random.Next(4) == 0 ? CardTokens.Declined : CardTokens.Ok;
        await host.Payments.ConfirmAsync(new ConfirmRequest(showtime, hold, card, default));
        if (_random.Next(CancelOneIn) == 0) await host.Booking.CancelAsync(showtime, user, hold.BookingId);
    }
}
