using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Catalog.Engine.Booking;

namespace Catalog.Shell.Booking.Seats;

/// <summary>
/// The rows of a plan as JSON with a gap for each seat's status, so that answering with a thousand seats is copying.
/// <code>
/// text   [{"label":"A","seats":[{"label":"A1",…,"status":"│"},{"label":"A2",…,"status":"│"}]}, …]
/// gaps                                                   ┴ gaps[0]                      ┴ gaps[1]
/// </code>
/// Immutable, so thread-safe. Filling costs O(seats) and allocates nothing.
/// </summary>
internal sealed class SeatTemplate
{
    private static readonly JsonWriterOptions WriterOptions = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    private readonly byte[] _text;
    private readonly int[] _gaps;

    /// <summary>Writes a plan's rows once. O(seats).</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="pricesCents">The price of each zone, in hundredths.</param>
    public SeatTemplate(SeatPlan plan, ReadOnlySpan<int> pricesCents)
    {
        _gaps = new int[plan.SeatCount];
        using var text = new MemoryStream();
        using (var writer = new Utf8JsonWriter(text, WriterOptions))
        {
            writer.WriteStartArray();
            for (int row = 0; row < plan.RowCount; row++) WriteRow(writer, plan, row, pricesCents);
            writer.WriteEndArray();
        }

        _text = text.ToArray();
    }

    /// <summary>The most bytes <see cref="Fill"/> writes.</summary>
    public int MaxLength => _text.Length + (_gaps.Length * SeatStatuses.MaxNameLength);

    /// <summary>Writes the rows with every seat's status.</summary>
    /// <param name="statuses">A <see cref="SeatStatus"/> a seat; empty when all are free.</param>
    /// <param name="into">At least <see cref="MaxLength"/> bytes.</param>
    /// <returns>How many bytes were written.</returns>
    public int Fill(ReadOnlySpan<byte> statuses, Span<byte> into)
    {
        int from = 0, length = 0;
        for (int seat = 0; seat < _gaps.Length; seat++)
        {
            ReadOnlySpan<byte> piece = _text.AsSpan(from, _gaps[seat] - from);
            piece.CopyTo(into[length..]);
            length += piece.Length;
            ReadOnlySpan<byte> status = SeatStatuses.Utf8NameOf(statuses.IsEmpty ? (byte)0 : statuses[seat]);
            status.CopyTo(into[length..]);
            length += status.Length;
            from = _gaps[seat];
        }

        _text.AsSpan(from).CopyTo(into[length..]);
        return length + _text.Length - from;
    }

    private void WriteRow(Utf8JsonWriter writer, SeatPlan plan, int index, ReadOnlySpan<int> pricesCents)
    {
        SeatRow row = plan.Row(index);
        writer.WriteStartObject();
        writer.WriteString("label"u8, row.Label);
        writer.WriteStartArray("seats"u8);
        for (int seat = row.FirstSeat; seat < row.FirstSeat + row.SeatCount; seat++)
        {
            string label = plan.LabelOf(seat);
            int zone = plan.ZoneOf(seat);
            writer.WriteStartObject();
            writer.WriteString("label"u8, label);
            writer.WriteString("row"u8, row.Label);
            // A label is its row's and the seat's number.
            writer.WriteNumber("number"u8, int.Parse(label.AsSpan(row.Label.Length), CultureInfo.InvariantCulture));
            writer.WriteNumber("x"u8, plan.XOf(seat));
            writer.WriteString("zone"u8, plan.ZoneName(zone));
            writer.WriteString("kind"u8, NameOf(plan.KindOf(seat)));
            writer.WriteNumber("priceCents"u8, pricesCents[zone]);
            writer.WriteString("status"u8, ""u8);
            _gaps[seat] = (int)(writer.BytesCommitted + writer.BytesPending) - 1;
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static string NameOf(SeatKind kind) => kind switch
    {
        SeatKind.Accessible => "accessible",
        SeatKind.Companion => "companion",
        _ => "standard",
    };
}
