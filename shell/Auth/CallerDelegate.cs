namespace Catalog.Shell.Auth;

/// <summary>A request handler for signed-in callers only.</summary>
public delegate Task CallerDelegate(HttpContext context, Caller caller);
