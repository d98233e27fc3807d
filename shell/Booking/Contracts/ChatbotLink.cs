namespace Catalog.Shell.Booking.Contracts;

/// <summary>A page of the web app that helps.</summary>
/// <param name="Label">What is there.</param>
/// <param name="Href">Its path.</param>
public sealed record ChatbotLink(string Label, string Href);
