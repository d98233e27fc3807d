using System.Text.Json;
using Catalog.WsGateway.Auth;

namespace Catalog.WsGateway.Handlers;

/// <summary>
/// "auth" {ticket} or {token}: answered by "auth" {userId}; with one that is not good the connection ends.
/// </summary>
internal sealed class SignInHandler(Gateway gateway) : MessageHandler
{
    internal override ValueTask HandleAsync(
        GatewayConnection connection, ReadOnlySpan<byte> data, ReadOnlySpan<byte> id)
    {
        string? ticket = null;
        try
        {
            TicketWish? wish = data.IsEmpty ? null : JsonSerializer.Deserialize(data, GatewayJson.Default.TicketWish);
            ticket = wish?.Ticket ?? wish?.Token;
        }
        catch (JsonException)
        {
            // Told as if there were no ticket.
        }

        if (string.IsNullOrEmpty(ticket))
        {
            connection.SendError(id, "bad_request", "Signing in takes a ticket.");
            return default;
        }

        return SignInAsync(connection, ticket, id.ToArray());
    }

    private async ValueTask SignInAsync(GatewayConnection connection, string ticket, byte[] id)
    {
        GatewayIdentity? identity = await gateway.AuthenticateAsync(new GatewayCredentials(ticket, null));
        if (identity is null)
        {
            connection.SendError(id, "unauthorized", "The ticket is not good.");
            connection.Close(CloseCode.Unauthorized, "the ticket is not good");
            return;
        }

        connection.SignIn(identity);
        gateway.SignedIn?.Invoke(connection);
        byte[] answer = JsonSerializer.SerializeToUtf8Bytes(
            new SignedIn(identity.UserId), GatewayJson.Default.SignedIn);
        connection.Answer("auth"u8, id, answer);
    }
}
