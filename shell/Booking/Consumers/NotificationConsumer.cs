using System.Globalization;
using System.Text.Json;
using Catalog.Engine.Booking;
using Catalog.Engine.Core.Projections;
using Catalog.Shell.Auth;
using Catalog.Shell.Events;
using Catalog.Shell.Mail;

namespace Catalog.Shell.Booking.Consumers;

/// <summary>Tells people by mail what became of their bookings. A mail has its event's name: there is one.</summary>
public sealed class NotificationConsumer(
    Accounts accounts, ProjectionView<CatalogueView> catalogue, Outbox outbox) : IBusConsumer
{
    /// <summary>The name its offset is kept under.</summary>
    public const string ConsumerName = "booking-notifications";

    private const string Prefix = "email.";

    /// <inheritdoc/>
    public string Name => ConsumerName;

    /// <inheritdoc/>
    public IReadOnlyList<string> Topics { get; } = [BookingTopics.Notifications];

    /// <inheritdoc/>
    public async ValueTask HandleAsync(BusEvent message, CancellationToken cancel)
    {
        using JsonDocument document = JsonDocument.Parse(message.Data);
        JsonElement data = document.RootElement;

        // Without an account there is nobody to tell.
        if (await accounts.NameOfAsync(IdOf(data, "userId")) is not { } person) return;

        // A mail names film, place and seats: it is written when the list knows at least what the event's writer knew.
        await catalogue.WaitForAsync(message.Position + 1, cancel);
        string show = catalogue.Read(data, static (all, of) => MailTexts.Describe(all, IdOf(of, "showtimeId"), of));
        (string subject, string text) = MailTexts.Of(message, data, person.Name, show);
        outbox.Write(new OutboxMail
        {
            Position = message.Position,
            Kind = message.Name.Name[Prefix.Length..],
            TimeMs = message.TimeMs,
            ToName = person.Name,
            ToAddress = person.Email,
            Subject = subject,
            Text = text,
        });
    }

    /// <inheritdoc/>
    public ValueTask FlushAsync(CancellationToken cancel)
    {
        outbox.Sync();
        return default;
    }

    private static ulong IdOf(JsonElement data, string property) =>
        ulong.Parse(data.GetProperty(property).GetString()!, CultureInfo.InvariantCulture);
}
