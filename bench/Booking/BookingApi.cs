using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Catalog.Bench.Shared.Http;

namespace Catalog.Bench.Booking;

/// <summary>The booking API as clients see it: the one place here that knows its paths and bodies.</summary>
internal static class BookingApi
{
    private const string Prefix = "/booking/api";
    private const string KeyHeader = "Idempotency-Key";

    /// <summary>
    /// A reservation of so many seats, with slots: 0 the idempotency key's number, 1 the showtime, 2 … the seats.
    /// </summary>
    public static RequestTemplate ReserveTemplate(string token, string keyPrefix, int seatCount)
    {
        const string KeySlot = "################", ShowtimeSlot = "##########", SeatSlot = "########";
        string headers = $"Authorization: Bearer {token}\r\n{KeyHeader}: {keyPrefix}{KeySlot}\r\n";
        string seats = string.Join(',', Enumerable.Repeat(SeatSlot, seatCount));
        return new RequestTemplate(
            "POST", $"{Prefix}/bookings/reserve", headers, $$"""{"showtimeId":{{ShowtimeSlot}},"seats":[{{seats}}]}""");
    }

    /// <summary>A payment for a hold.</summary>
    public static RequestTemplate ConfirmTemplate(string token, string key, string bookingId)
    {
        string headers = $"Authorization: Bearer {token}\r\n{KeyHeader}: {key}\r\n";
        return new RequestTemplate(
            "POST", $"{Prefix}/bookings/confirm", headers, JsonSerializer.Serialize(ConfirmBody(bookingId)));
    }

    /// <summary>A number as it fills a slot of a body.</summary>
    public static byte[] Json(long number) => Encoding.ASCII.GetBytes(number.ToString(CultureInfo.InvariantCulture));

    /// <summary>A text as it fills a slot of a body.</summary>
    public static byte[] Json(string text) => Encoding.UTF8.GetBytes($"\"{text}\"");

    /// <summary>Holds seats.</summary>
    public static Task<HttpResponseMessage> ReserveAsync(
        HttpClient client, string token, string key, BookedSeats wanted, CancellationToken cancel)
    {
        var body = new Dictionary<string, object>
        {
            ["showtimeId"] = wanted.Showtime,
            ["seats"] = wanted.Seats,
        };
        return PostAsync(client, $"{Prefix}/bookings/reserve", new Credential(token, key), body, cancel);
    }

    /// <summary>Pays for a hold.</summary>
    public static Task<HttpResponseMessage> ConfirmAsync(
        HttpClient client, string token, string key, string bookingId, CancellationToken cancel)
    {
        return PostAsync(
            client, $"{Prefix}/bookings/confirm", new Credential(token, key), ConfirmBody(bookingId), cancel);
    }

    /// <summary>The booking's id in the body of an answer to a reservation.</summary>
    public static string BookingIdIn(string body)
    {
        using JsonDocument document = JsonDocument.Parse(body);
        return document.RootElement.GetProperty("bookingId").ToString();
    }

    /// <summary>Seats a showtime's map shows as sold.</summary>
    public static async Task<int> CountSoldAsync(
        HttpClient client, ulong showtime, string token, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{Prefix}/seats/{showtime}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using HttpResponseMessage answer = await client.SendAsync(request, cancel);
        answer.EnsureSuccessStatusCode();
        using JsonDocument map = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(cancel));
        return map.RootElement.GetProperty("seats").EnumerateArray()
            .Count(seat => seat.GetProperty("status").GetString() is "booked" or "sold");
    }

    /// <summary>Everything a user has, page by page.</summary>
    public static async Task<List<ListedBooking>> MyBookingsAsync(
        HttpClient client, string token, CancellationToken cancel)
    {
        var found = new List<ListedBooking>();
        string? cursor = null;
        do
        {
            string path = $"{Prefix}/bookings/my-bookings?limit=100";
            if (cursor is not null) path += $"&cursor={Uri.EscapeDataString(cursor)}";
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            using HttpResponseMessage answer = await client.SendAsync(request, cancel);
            answer.EnsureSuccessStatusCode();
            using JsonDocument page = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(cancel));
            foreach (JsonElement item in page.RootElement.GetProperty("items").EnumerateArray())
                found.Add(ListedBooking.Read(item));
            cursor = page.RootElement.TryGetProperty("nextCursor", out JsonElement next) ? next.GetString() : null;
        }
        while (cursor is not null);
        return found;
    }

    private static Dictionary<string, object> ConfirmBody(string bookingId) => new()
    {
        ["bookingId"] = bookingId,
        ["payment"] = new Dictionary<string, string> { ["token"] = "tok_ok" },
    };

    private static async Task<HttpResponseMessage> PostAsync(
        HttpClient client, string path, Credential who, object body, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", who.Token);
        request.Headers.Add(KeyHeader, who.Key);
        return await client.SendAsync(request, cancel);
    }

    /// <summary>Who asks, and under which idempotency key.</summary>
    private readonly record struct Credential(string Token, string Key);
}
