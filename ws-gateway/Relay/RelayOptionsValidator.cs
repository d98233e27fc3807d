using Microsoft.Extensions.Options;

namespace Catalog.WsGateway.Relay;

/// <summary>Checks the options when the program starts.</summary>
internal sealed class RelayOptionsValidator : IValidateOptions<RelayOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, RelayOptions options) =>
        FaultOf(options) is { } fault ? ValidateOptionsResult.Fail(fault) : ValidateOptionsResult.Success;

    private static string? FaultOf(RelayOptions o)
    {
        if (o.Upstream is not { IsAbsoluteUri: true, Scheme: "ws" or "wss" })
            return "Relay:Upstream is the address of a gateway, as ws://10.0.0.5:8080/ws.";
        if (o.Secret.Length < RelayOptions.MinSecretLength)
            return $"Relay:Secret has at least {RelayOptions.MinSecretLength} characters.";
        if (o.HistoryMessages < 1) return "Relay:HistoryMessages is at least 1.";
        if (o.HistoryBytes < 1024) return "Relay:HistoryBytes is at least 1024.";
        if (o.MaxMessageBytes < 1024) return "Relay:MaxMessageBytes is at least 1024.";
        if (o.AnswerTimeout <= TimeSpan.Zero) return "Relay:AnswerTimeout is more than nothing.";
        if (o.LineIdleTime <= TimeSpan.Zero) return "Relay:LineIdleTime is more than nothing.";
        return o.MaxReconnectPause <= TimeSpan.Zero ? "Relay:MaxReconnectPause is more than nothing." : null;
    }
}
