using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using Catalog.Engine.Booking;
using Catalog.Shell.Http;

namespace Catalog.Shell.Booking.Bookings;

/// <summary>
/// Decodes a reservation. The usual body, <c>{"showtimeId":…,"seats":[…]}</c> with seats the plan has, is resolved in
/// one pass without a string; whatever else comes is left to the contract, which also knows how to complain.
/// </summary>
/// <param name="houses">Where plans are found.</param>
internal readonly struct ReserveDecoder(ShowtimeHouses houses) : IBodyDecoder<ReserveBody>
{
    /// <summary>A row's label and a seat's number.</summary>
    private const int MaxLabelLength = 32;

    /// <inheritdoc/>
    public ReserveBody? Decode(ReadOnlySpan<byte> utf8)
    {
        if (TryDecodeUsual(utf8, out ReserveWish wish)) return new ReserveBody(wish, null);
        return JsonSerializer.Deserialize(utf8, BookingJson.Default.ReserveRequest) is { } request
            ? new ReserveBody(default, request)
            : null;
    }

    private bool TryDecodeUsual(ReadOnlySpan<byte> utf8, out ReserveWish wish)
    {
        wish = default;
        var reader = new Utf8JsonReader(utf8);
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) return false;
            if (!IsProperty(ref reader, "showtimeId"u8) || !TryReadId(ref reader, out ulong showtimeId)) return false;
            if (!houses.TryFindPlan(showtimeId, out SeatPlan? plan)) return false;
            if (!IsProperty(ref reader, "seats"u8) || !TryReadSeats(ref reader, plan, out SeatList seats)) return false;
            wish = new ReserveWish(showtimeId, plan, seats);
            return reader.Read() && reader.TokenType == JsonTokenType.EndObject && !reader.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool IsProperty(ref Utf8JsonReader reader, ReadOnlySpan<byte> name) =>
        reader.Read() && reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals(name);

    private static bool TryReadId(ref Utf8JsonReader reader, out ulong id)
    {
        id = 0;
        if (!reader.Read() || reader.TokenType is not (JsonTokenType.String or JsonTokenType.Number)) return false;
        return Utf8Parser.TryParse(reader.ValueSpan, out id, out int consumed) && consumed == reader.ValueSpan.Length;
    }

    private static bool TryReadSeats(ref Utf8JsonReader reader, SeatPlan plan, out SeatList list)
    {
        list = default;
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartArray) return false;
        Span<ushort> seats = stackalloc ushort[SeatList.MaxCount];
        Span<char> label = stackalloc char[MaxLabelLength];
        int count = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.String)
        {
            if (count == seats.Length || reader.ValueIsEscaped) return false;
            if (reader.ValueSpan.Length > MaxLabelLength) return false;
            if (!Encoding.UTF8.TryGetChars(reader.ValueSpan, label, out int length)) return false;
            if (!plan.TryFind(label[..length], out seats[count++])) return false;
        }

        list = new SeatList(seats[..count]);
        return count > 0 && reader.TokenType == JsonTokenType.EndArray;
    }
}
