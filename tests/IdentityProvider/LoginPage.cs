using System.Net;

namespace HotGigs.IdentityProvider;

/// <summary>Where people say who they are: a button for each.</summary>
internal static class LoginPage
{
    /// <param name="accounts">Who can sign in.</param>
    /// <param name="request">The query of the request for authorization, which goes on afterwards.</param>
    public static string Of(IEnumerable<Account> accounts, string request) =>
        $"""
         <!doctype html>
         <html lang="en">
         <title>Example Corp</title>
         <h1>Example Corp</h1>
         <form method="post" action="{ProviderEndpoints.Login}">
           <input type="hidden" name="request" value="{WebUtility.HtmlEncode(request)}">
           {string.Join('\n', accounts.Select(Button))}
         </form>
         <a href="{WebUtility.HtmlEncode($"{ProviderEndpoints.Authorize}{request}&decision=deny")}">Cancel</a>
         </html>
         """;

    private static string Button(Account account) =>
        $"""<button name="account" value="{WebUtility.HtmlEncode(account.Id)}">{WebUtility.HtmlEncode(account.Name)}</button>""";
}
