using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Catalog.Engine.Booking;
using Catalog.Engine.Core.Machines;
using Catalog.Shell.Booking.Contracts;
using Catalog.Shell.Http;

namespace Catalog.Shell.Booking.Seats;

/// <summary>
/// A showtime's seats as they are. What is answered is durable and no older than the request. Thread-safe.
/// </summary>
public sealed class SeatsEndpoint(
    SeatBooking booking, ShowtimeHouses houses, SeatTemplates templates, BookingOptions options)
{
    /// <summary>Maps <c>GET api/seats/{showtime_id}</c>.</summary>
    public void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/seats/{showtime_id}", HandleAsync)
            .Describe("Seats", "A showtime's seats with their status; the version counts their changes")
            .Header("If-None-Match", "The ETag the client has")
            .Gives<SeatsAnswer>().Gives(StatusCodes.Status304NotModified).Fails(404, 503);

    private async Task HandleAsync(HttpContext context)
    {
        if (!IdText.TryRead(context, "showtime_id", out ulong showtimeId)
            || !houses.TryFindPlan(showtimeId, out SeatPlan? plan) || houses.Find(showtimeId) is not { } listing)
        {
            await Problems.WriteAsync(context, ProblemCodes.NotFound, "There is no such showtime.");
            return;
        }

        var copy = new SeatsCopy();
        Reply<BookingResult> reply = await booking.ReadSeatsAsync(showtimeId, copy);
        if (!reply.HasValue)
        {
            await Problems.WriteAsync(context, reply.Status);
            return;
        }

        // Nobody has asked for a seat yet: all are free, at the version every map begins with.
        var seats = new SeatsNow(showtimeId, plan, listing.Showtime, copy);
        string tag = seats.EntityTag;
        context.Response.Headers.ETag = tag;
        context.Response.Headers.CacheControl = "no-cache";
        if (context.Request.Headers.IfNoneMatch == tag)
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        await WriteAsync(context, seats);
    }

    private Task WriteAsync(HttpContext context, SeatsNow seats)
    {
        SeatTemplate template = templates.Of(seats.Plan, seats.Prices);
        byte[] rows = ArrayPool<byte>.Shared.Rent(template.MaxLength);
        int length = template.Fill(seats.Copy.Statuses, rows);
        ResponseBuffer buffer = ResponseBuffer.Take();
        Utf8JsonWriter writer = buffer.Writer;
        writer.WriteStartObject();
        writer.WriteString("showtimeId"u8, IdText.Of(seats.ShowtimeId));
        writer.WriteNumber("version"u8, seats.Version);
        writer.WriteString("currency"u8, options.Currency);
        writer.WriteNumber("width"u8, seats.Plan.Width);
        WriteZones(writer, seats);
        writer.WritePropertyName("rows"u8);
        writer.WriteRawValue(rows.AsSpan(0, length), skipInputValidation: true);
        WriteAreas(writer, seats);
        writer.WriteEndObject();
        ArrayPool<byte>.Shared.Return(rows);
        return buffer.SendAsync(context.Response, JsonResponse.ContentType);
    }

    private static void WriteZones(Utf8JsonWriter writer, SeatsNow seats)
    {
        writer.WriteStartArray("zones"u8);
        for (int zone = 0; zone < seats.Plan.ZoneCount; zone++)
        {
            writer.WriteStartObject();
            writer.WriteString("name"u8, seats.Plan.ZoneName(zone));
            writer.WriteNumber("priceCents"u8, seats.Prices[zone]);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteAreas(Utf8JsonWriter writer, SeatsNow seats)
    {
        writer.WriteStartArray("areas"u8);
        for (int i = 0; i < seats.Plan.AreaCount; i++)
        {
            SeatArea area = seats.Plan.Area(i);
            AreaCounts counts = seats.AreaAt(i);
            writer.WriteStartObject();
            writer.WriteString("name"u8, area.Name);
            writer.WriteString("zone"u8, seats.Plan.ZoneName(area.Zone));
            writer.WriteNumber("priceCents"u8, seats.Prices[area.Zone]);
            writer.WriteNumber("capacity"u8, counts.Capacity);
            writer.WriteNumber("free"u8, counts.Free);
            writer.WriteNumber("held"u8, counts.Held);
            writer.WriteNumber("sold"u8, counts.Sold);
            writer.WriteNumber("blocked"u8, counts.Blocked);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    /// <summary>A copy of a showtime's seats, or its plan where nobody has asked for a seat yet.</summary>
    private sealed class SeatsNow(ulong showtimeId, SeatPlan plan, Showtime showtime, SeatsCopy copy)
    {
        public ulong ShowtimeId { get; } = showtimeId;

        public SeatPlan Plan { get; } = copy.Plan ?? plan;

        public SeatsCopy Copy { get; } = copy;

        public ZonePrices Prices { get; } =
            copy.Terms is { } terms ? new ZonePrices(terms.ZonePricesCents.AsSpan()) : showtime.Prices;

        public ulong Version => Copy.MapVersion;

        /// <summary>Weak: a hold past its time is free a moment before that is counted as a change.</summary>
        public string EntityTag => string.Create(
            CultureInfo.InvariantCulture, $"W/\"{Version}.{Copy.Terms?.Revision ?? showtime.Revision}\"");

        public AreaCounts AreaAt(int area) =>
            Copy.Plan is null ? new AreaCounts(Plan.Area(area).Capacity, 0, 0) : Copy.Areas[area];
    }
}
