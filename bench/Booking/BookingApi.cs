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
        return PostAsync(client, $"{Prefix}/bookings/reserve", token, key, body, cancel);
    }

    /// <summary>Pays for a hold.</summary>
    public static Task<HttpResponseMessage> ConfirmAsync(
        HttpClient client, string token, string key, string bookingId, CancellationToken cancel)
    {
        var body = new Dictionary<string, object>
        {
            ["bookingId"] = bookingId,
            ["payment"] = new Dictionary<string, string> { ["method"] = "card", ["token"] = "tok_ok" },
        };
        return PostAsync(client, $"{Prefix}/bookings/confirm", token, key, body, cancel);
    }

    /// <summary>The booking's id in an answer to <see cref="ReserveAsync"/>.</summary>
    public static async Task<string> BookingIdAsync(HttpResponseMessage answer, CancellationToken cancel)
    {
        using JsonDocument body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(cancel));
        return body.RootElement.GetProperty("bookingId").ToString();
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

    private static async Task<HttpResponseMessage> PostAsync(
        HttpClient client, string path, string token, string key, object body, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Headers.Add(KeyHeader, key);
        return await client.SendAsync(request, cancel);
    }
}
