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
    private const string Bookings = "/booking/api/bookings";
    private const string KeyHeader = "Idempotency-Key";

    /// <summary>
    /// A reservation of so many seats, with slots: 0 the idempotency key's number, 1 the showtime, 2 … the seats.
    /// </summary>
    public static RequestTemplate ReserveTemplate(string token, string keyPrefix, int seatCount)
    {
        const string KeySlot = "################", ShowtimeSlot = "############", SeatSlot = "########";
        string headers = $"Authorization: Bearer {token}\r\n{KeyHeader}: {keyPrefix}{KeySlot}\r\n";
        string seats = string.Join(',', Enumerable.Repeat(SeatSlot, seatCount));
        return new RequestTemplate(
            "POST", $"{Bookings}/reserve", headers, $$"""{"showtimeId":{{ShowtimeSlot}},"seats":[{{seats}}]}""");
    }

    /// <summary>A payment for a hold.</summary>
    public static RequestTemplate ConfirmTemplate(string token, string key, string bookingId)
    {
        string headers = $"Authorization: Bearer {token}\r\n{KeyHeader}: {key}\r\n";
        return new RequestTemplate(
            "POST", $"{Bookings}/confirm", headers, JsonSerializer.Serialize(ConfirmBody(bookingId)));
    }

    /// <summary>An id as it fills a slot of a body.</summary>
    public static byte[] Json(ulong id) => Json(IdOf(id));

    /// <summary>A text as it fills a slot of a body.</summary>
    public static byte[] Json(string text) => Encoding.UTF8.GetBytes($"\"{text}\"");

    /// <summary>Sends a request and reads the answer.</summary>
    public static async Task<BookingReply> SendAsync(
        HttpClient client, string token, BookingRequest wanted, CancellationToken cancel)
    {
        using HttpRequestMessage request = MessageOf(wanted);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (wanted.Action != BookingAction.Release) request.Headers.Add(KeyHeader, wanted.Key);
        using HttpResponseMessage answer = await client.SendAsync(request, cancel);
        return new BookingReply((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(cancel));
    }

    /// <summary>The booking's id in the body of an answer to a reservation.</summary>
    public static string BookingIdIn(string body)
    {
        using JsonDocument document = JsonDocument.Parse(body);
        return document.RootElement.GetProperty("bookingId").GetString()!;
    }

    /// <summary>A showtime's seats by label, with their status.</summary>
    public static async Task<Dictionary<string, string>> SeatsAsync(
        HttpClient client, ulong showtime, CancellationToken cancel)
    {
        using HttpResponseMessage answer = await client.GetAsync($"/booking/api/seats/{IdOf(showtime)}", cancel);
        answer.EnsureSuccessStatusCode();
        using JsonDocument map = await JsonDocument.ParseAsync(await answer.Content.ReadAsStreamAsync(cancel));
        return map.RootElement.GetProperty("rows").EnumerateArray()
            .SelectMany(row => row.GetProperty("seats").EnumerateArray())
            .ToDictionary(seat => seat.GetProperty("label").GetString()!, s => s.GetProperty("status").GetString()!);
    }

    /// <summary>Everything a user has with a status, page by page.</summary>
    public static async Task<List<ListedBooking>> MyBookingsAsync(
        HttpClient client, string token, string status, CancellationToken cancel)
    {
        var found = new List<ListedBooking>();
        string? cursor = null;
        do
        {
            string path = $"{Bookings}/my-bookings?limit=100&status={status}";
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

    private static HttpRequestMessage MessageOf(BookingRequest wanted) => wanted.Action switch
    {
        BookingAction.Reserve => Post($"{Bookings}/reserve", ReserveBody(wanted.Booked)),
        BookingAction.Confirm => Post($"{Bookings}/confirm", ConfirmBody(wanted.BookingId)),
        BookingAction.Cancel => new HttpRequestMessage(HttpMethod.Post, $"{Bookings}/{wanted.BookingId}/cancel"),
        _ => new HttpRequestMessage(HttpMethod.Delete, $"{Bookings}/{wanted.BookingId}"),
    };

    private static HttpRequestMessage Post(string path, Dictionary<string, object> body) =>
        new(HttpMethod.Post, path) { Content = JsonContent.Create(body) };

    private static Dictionary<string, object> ReserveBody(BookedSeats wanted) => new()
    {
        ["showtimeId"] = IdOf(wanted.Showtime),
        ["seats"] = wanted.Seats,
    };

    private static Dictionary<string, object> ConfirmBody(string bookingId) => new()
    {
        ["bookingId"] = bookingId,
        ["payment"] = new Dictionary<string, string> { ["token"] = "tok_ok" },
    };

    private static string IdOf(ulong id) => id.ToString(CultureInfo.InvariantCulture);
}
