using Catalog.Bench.Shared.Rows;

namespace Catalog.Bench.Booking;

/// <summary>
/// The workload everybody gets: hold four random seats of a random showtime for five minutes, all or nothing. Time is
/// the attempt's number, so that a fast machine sees the same houses as a slow one.
/// </summary>
/// <remarks>
/// A hold is granted when all four seats are free: (1 − f)⁴ where f is the held share. It is 0.8 at f = 5.4 %, which
/// is 13.6 holds in a house of 1,000, which is what 17 attempts a showtime in the lifetime of a hold lead to.
/// </remarks>
internal sealed class HoldWorkload
{
    public const int SeatCount = 1000;
    public const int SeatsPerHold = 4;
    public const long HoldMs = 300_000;
    public const long StartMs = 1_800_000_000_000;
    public const double HeldShare = 0.0543;
    private const double AttemptsPerShowtimeAndHold = 16.97;
    private const int AttemptCount = 1 << 20;

    private readonly SeatAttempt[] _attempts = new SeatAttempt[AttemptCount];
    private readonly double _msPerAttempt;

    /// <summary>Draws the attempts.</summary>
    public HoldWorkload(int showtimeCount = 10_000, int seed = 20_260)
    {
        ShowtimeCount = showtimeCount;
        AttemptsPerHoldTime = (int)(AttemptsPerShowtimeAndHold * showtimeCount);
        _msPerAttempt = HoldMs / (double)AttemptsPerHoldTime;
        var random = new Random(seed);
        Span<ushort> seats = stackalloc ushort[SeatsPerHold];
        for (int i = 0; i < _attempts.Length; i++)
        {
            for (int n = 0; n < SeatsPerHold;)
            {
                ushort seat = (ushort)random.Next(SeatCount);
                if (!seats[..n].Contains(seat)) seats[n++] = seat;
            }

            _attempts[i] = new SeatAttempt(random.Next(showtimeCount), seats[0], seats[1], seats[2], seats[3]);
        }
    }

    /// <summary>What a row about this workload is about.</summary>
    public static Subject Subject(string layer, string how) => new("booking", $"hold 4 of 1,000 seats: {how}", layer);

    /// <summary>Number of showtimes.</summary>
    public int ShowtimeCount { get; }

    /// <summary>After so many attempts the houses are as full as they stay.</summary>
    public int AttemptsPerHoldTime { get; }

    /// <summary>The attempts, to be gone through again and again.</summary>
    public ReadOnlySpan<SeatAttempt> Attempts => _attempts;

    /// <summary>The attempt with this number.</summary>
    public ref readonly SeatAttempt this[long number] => ref _attempts[number & (AttemptCount - 1)];

    /// <summary>When the attempt with this number is made.</summary>
    public long NowMs(long number) => StartMs + (long)(number * _msPerAttempt);
}
