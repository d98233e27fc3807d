using System.Security.Cryptography;
using System.Text;
using Catalog.WsGateway.Auth;

namespace Catalog.WsGateway.Relay;

/// <summary>The gateway behind's side: lets relays in.</summary>
public static class RelayDoor
{
    internal const string Hello = "relay";
    internal const string SignIn = "relay_sign_in";

    private const string NotARelay = "not_a_relay";

    /// <summary>
    /// Takes connections that show a secret for relays: the limits of messages and subscriptions do not hold for them,
    /// and they may exchange a client's ticket for a token.
    /// </summary>
    /// <param name="gateway">The gateway.</param>
    /// <param name="secret">The secret, at least <see cref="RelayOptions.MinSecretLength"/> characters.</param>
    /// <param name="authenticator">Takes tickets and tokens; without one nobody can sign in through a relay.</param>
    /// <param name="tokenOf">
    /// Makes a token of somebody who has signed in, which <paramref name="authenticator"/> takes any number of times.
    /// </param>
    /// <exception cref="ArgumentException">The secret is too short.</exception>
    public static void AcceptRelays(
        this Gateway gateway, string secret, IGatewayAuthenticator? authenticator = null,
        Func<GatewayIdentity, string>? tokenOf = null)
    {
        if (secret.Length < RelayOptions.MinSecretLength)
            throw new ArgumentException("The secret is too short.", nameof(secret));
        byte[] expected = Encoding.UTF8.GetBytes(secret);
        gateway.On(Hello, RelayJson.Default.RelaySecret, (connection, shown) =>
        {
            if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(shown.Secret ?? ""), expected))
                throw new GatewayException(NotARelay, "The secret is another one.");
            connection.IsTrusted = true;
            return default;
        });
        gateway.On(SignIn, RelayJson.Default.TicketWish, RelayJson.Default.RelayGrant, async (connection, wish) =>
        {
            if (!connection.IsTrusted) throw new GatewayException(NotARelay, "Only relays may.");
            string? shown = wish.Ticket ?? wish.Token;
            GatewayIdentity? identity = authenticator is null || tokenOf is null || string.IsNullOrEmpty(shown)
                ? null
                : await authenticator.AuthenticateAsync(new GatewayCredentials(shown, null), default);
            if (identity is null) throw new GatewayException("unauthorized", "The ticket is not good.");
            return new RelayGrant(identity.UserId, tokenOf!(identity), identity.ExpiresAt);
        });
    }
}
