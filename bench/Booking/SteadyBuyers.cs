using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Catalog.Bench.Booking;

/// <summary>People who book one after the other. Thread-safe.</summary>
internal sealed class SteadyBuyers(HttpClient client, string[] tokens, string[] showtimes, SteadyScore score)
{
    private readonly string _salt = Guid.NewGuid().ToString("N")[..8];

    /// <summary>Showtimes with room and without a waiting room.</summary>
    /// <exception cref="InvalidOperationException">There are none.</exception>
    public static async Task<string[]> ShowtimesAsync(HttpClient client, CancellationToken cancel)
    {
        const string path = "/booking/api/showtimes?available=true&limit=500&sort=time&order=desc";
        using JsonDocument page = JsonDocument.Parse(await client.GetStringAsync(path, cancel));
        string[] open =
        [
            .. page.RootElement.GetProperty("items").EnumerateArray()
                .Where(show => !show.GetProperty("hasWaitingRoom").GetBoolean())
                .Select(show => show.GetProperty("id").GetString()!),
        ];
        return open.Length > 0 ? open : throw new InvalidOperationException("The server has no showtime to book.");
    }

    /// <summary>One of them: holds, pays, and one in ten gives it back before or after.</summary>
    /// <param name="number">Which.</param>
    /// <param name="clock">The run's clock.</param>
    /// <param name="due">When the person came, whenever there was time to look.</param>
    public async Task BookAsync(long number, Stopwatch clock, TimeSpan due)
    {
        score.Attempt();
        try
        {
            string token = tokens[number % tokens.Length];
            string showtime = showtimes[(int)(number * 31 % showtimes.Length)];
            var wish = new { showtimeId = showtime, best = new { count = 1 + (number % 4), allowSplit = true } };
            (int status, string body) = await PostAsync("reserve", token, $"r{number}", JsonContent.Create(wish));
            score.Reserved((clock.Elapsed - due).Ticks * Stopwatch.Frequency / TimeSpan.TicksPerSecond, status);
            if (status != 201) return;
            string booking = BookingApi.BookingIdIn(body);
            if (number % 20 == 7)
            {
                using HttpRequestMessage release = Message(HttpMethod.Delete, booking, token);
                using HttpResponseMessage released = await client.SendAsync(release);
                score.Undone((int)released.StatusCode);
                return;
            }

            long start = Stopwatch.GetTimestamp();
            var payment = new { bookingId = booking, payment = new { token = "tok_ok" } };
            (status, _) = await PostAsync("confirm", token, $"c{number}", JsonContent.Create(payment));
            score.Confirmed(Stopwatch.GetTimestamp() - start, status);
            if (number % 20 != 13) return;
            (status, _) = await PostAsync($"{booking}/cancel", token, $"x{number}", null);
            score.Undone(status);
        }
        catch (HttpRequestException)
        {
            score.Failed();
        }
    }

    private static HttpRequestMessage Message(HttpMethod method, string path, string token)
    {
        var request = new HttpRequestMessage(method, "/booking/api/bookings/" + path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return request;
    }

    private async Task<(int Status, string Body)> PostAsync(
        string path, string token, string key, HttpContent? body)
    {
        using HttpRequestMessage request = Message(HttpMethod.Post, path, token);
        request.Headers.Add("Idempotency-Key", $"{_salt}-{key}");
        request.Content = body;
        using HttpResponseMessage answer = await client.SendAsync(request);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
