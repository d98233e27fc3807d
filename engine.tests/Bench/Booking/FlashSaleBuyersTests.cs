using System.Text;
using Catalog.Bench.Booking;
using Catalog.Engine.Booking;

namespace Catalog.Engine.Tests.Bench.Booking;

/// <summary>What a buyer of the flash sale sends, and when it leaves.</summary>
public sealed class FlashSaleBuyersTests
{
    private readonly FlashSaleBuyers _buyers =
        new(showtime: 12, SeatPlan.Rectangle(2, 3), tokens: ["first-token", "second-token"]);

    [Fact]
    public void A_buyer_who_gets_a_seat_pays_for_it_and_leaves()
    {
        string reserve = Send(0);
        Assert.StartsWith("POST /booking/api/bookings/reserve HTTP/1.1", reserve, StringComparison.Ordinal);
        Assert.Contains("Bearer first-token", reserve, StringComparison.Ordinal);
        Assert.Matches("""\{"showtimeId":"12" *,"seats":\["[AB][123]" *\]\}$""", reserve);
        Answer(0, 201, """{"bookingId":"c-10001","status":"reserved"}""");
        Assert.True(_buyers.HasFollowUp(0));
        string confirm = Send(0);
        Assert.StartsWith("POST /booking/api/bookings/confirm HTTP/1.1", confirm, StringComparison.Ordinal);
        Assert.EndsWith("""{"bookingId":"c-10001","payment":{"token":"tok_ok"}}""", confirm, StringComparison.Ordinal);
        Answer(0, 200, "{}");
        Assert.False(_buyers.HasFollowUp(0));
        Assert.Equal((1, 1), (_buyers.StartedCount, _buyers.PaidCount));
    }

    [Fact]
    public void A_buyer_tries_six_times_under_a_new_key_each()
    {
        var keys = new HashSet<string>();
        for (int attempt = 1; attempt <= 6; attempt++)
        {
            Assert.Equal(attempt > 1, _buyers.HasFollowUp(0));
            string[] lines = Send(0).Split("\r\n");
            keys.Add(lines.Single(line => line.StartsWith("Idempotency-Key:", StringComparison.Ordinal)));
            Answer(0, 409, "{}");
        }

        Assert.False(_buyers.HasFollowUp(0));
        Assert.Equal((6, 1, 0), (keys.Count, _buyers.StartedCount, _buyers.PaidCount));
    }

    [Fact]
    public void Each_connection_has_a_buyer_of_its_own_and_who_is_turned_away_leaves()
    {
        Send(0);
        Assert.Contains("Bearer second-token", Send(1), StringComparison.Ordinal);
        Answer(1, 429, "{}");
        Assert.True(_buyers.HasFollowUp(0));
        Assert.False(_buyers.HasFollowUp(1));
        Assert.Equal(2, _buyers.StartedCount);
    }

    private string Send(int connection) => Encoding.UTF8.GetString(_buyers.Next(connection));

    private void Answer(int connection, int status, string body) =>
        _buyers.OnResponse(connection, status, Encoding.UTF8.GetBytes(body));
}
