using System.Net;
using System.Text.Json;

namespace Catalog.Engine.Tests.Shell.Booking;

/// <summary>A browser that watches a showtime: reads events and keeps its own picture of the seats.</summary>
public sealed class SeatStream : IDisposable
{
    private readonly HttpResponseMessage _response;
    private readonly StreamReader _reader;
    private readonly string[] _labels;

    private SeatStream(HttpResponseMessage response, Stream stream, string[] labels)
    {
        _response = response;
        _reader = new StreamReader(stream);
        _labels = labels;
    }

    /// <summary>What the client knows of every seat, by label.</summary>
    public Dictionary<string, string> Statuses { get; } = [];

    public Dictionary<string, string> Areas { get; } = [];

    public ulong Version { get; private set; }

    /// <summary>The names of the events that came.</summary>
    public List<string> Events { get; } = [];

    public static async Task<SeatStream> OpenAsync(BookingWorld world, ulong showtimeId = 1, ulong? last = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, $"/booking/api/seats/{showtimeId}/events");
        if (last is not null) request.Headers.Add("Last-Event-ID", last.ToString());
        HttpResponseMessage response =
            await world.Host.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType!.MediaType);
        string[] labels = [.. Enumerable.Range(0, BookingWorld.Plan.SeatCount).Select(BookingWorld.Plan.LabelOf)];
        return new SeatStream(response, await response.Content.ReadAsStreamAsync(), labels);
    }

    /// <summary>Takes over what another stream of the same client had seen.</summary>
    public SeatStream Continue(SeatStream former)
    {
        foreach ((string seat, string status) in former.Statuses) Statuses[seat] = status;
        foreach ((string area, string counts) in former.Areas) Areas[area] = counts;
        Version = former.Version;
        return this;
    }

    /// <summary>Reads until the client is at <paramref name="version"/>; fails on a gap in the numbers.</summary>
    public async Task ReadToAsync(ulong version)
    {
        while (Version < version || Events.Count == 0) Assert.True(await ReadAsync(), "The stream ended.");
    }

    /// <summary>Reads one event or comment; false at the end.</summary>
    public async Task<bool> ReadAsync()
    {
        string name = "", data = "", id = "";
        while (await _reader.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(30)) is { } line)
        {
            if (line.StartsWith("event: ", StringComparison.Ordinal)) name = line[7..];
            if (line.StartsWith("data: ", StringComparison.Ordinal)) data = line[6..];
            if (line.StartsWith("id: ", StringComparison.Ordinal)) id = line[4..];
            if (line.StartsWith(": resumed", StringComparison.Ordinal)) name = "resumed";
            if (line.Length > 0) continue;
            if (name.Length > 0) Take(name, data, id);
            return true;
        }

        return false;
    }

    public void Dispose()
    {
        _reader.Dispose();
        _response.Dispose();
    }

    private void Take(string name, string data, string id)
    {
        Events.Add(name);
        if (name is "resync" or "resumed") return;
        JsonElement json = JsonDocument.Parse(data).RootElement;
        ulong version = json.GetProperty("version").GetUInt64();
        Assert.Equal(id, version.ToString(System.Globalization.CultureInfo.InvariantCulture));
        if (name == "snapshot")
        {
            string statuses = json.GetProperty("statuses").GetString()!;
            for (int i = 0; i < _labels.Length; i++) Statuses[_labels[i]] = NameOf(statuses[i]);
        }
        else
        {
            Assert.Equal("diff", name);
            Assert.Equal(Version + 1, version);
            foreach (JsonElement change in json.GetProperty("changes").EnumerateArray())
                Statuses[change.GetProperty("seat").GetString()!] = change.GetProperty("status").GetString()!;
        }

        foreach (JsonElement area in json.GetProperty("areas").EnumerateArray())
        {
            Areas[area.GetProperty("area").GetString()!] =
                $"{area.GetProperty("free")}/{area.GetProperty("sold")}";
        }

        Version = version;
    }

    private static string NameOf(char letter) => letter switch
    {
        'f' => "free",
        'h' => "held",
        's' => "sold",
        _ => "blocked",
    };
}
