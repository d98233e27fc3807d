namespace Catalog.Engine.Tests.Shell.Alerts;

/// <summary>A call a webhook's server got.</summary>
internal sealed record WebhookCall(string Path, string Body, string Signature, string Delivery);
