namespace Catalog.Engine.Tests.Browser;

/// <summary>Who somebody is to the server.</summary>
internal enum VisitorRole
{
    Guest,
    User,
    Admin,
}
