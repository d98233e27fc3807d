namespace Catalog.Shell.Http.OpenApi;

/// <summary>
/// The JSON body an endpoint takes, for the API's description. Not <c>IAcceptsMetadata</c>, which would also have
/// routing parse the content type of every request; <see cref="RequestBody"/> checks it already.
/// </summary>
/// <param name="Type">The body.</param>
internal sealed record TakesMetadata(Type Type);
