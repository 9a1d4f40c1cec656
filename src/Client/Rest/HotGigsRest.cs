using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;

namespace HotGigs.Client;

/// <summary>The few REST calls that a client of the socket needs: a ticket to connect with, and the list after a reset.</summary>
/// <param name="http">Its base address is the site. It is not disposed.</param>
/// <param name="token">Gives the JWT.</param>
public sealed class HotGigsRest(HttpClient http, Func<CancellationToken, ValueTask<string>> token)
{
    /// <summary>Gets a ticket that opens one connection within 30 s; for <see cref="HotGigsConnectionOptions.Ticket"/>.</summary>
    /// <exception cref="HttpRequestException">The server refused it, or was not reached.</exception>
    public async ValueTask<string> GetTicketAsync(CancellationToken cancellationToken = default)
    {
        using var answer = await SendAsync(HttpMethod.Post, "ws/ticket", cancellationToken);
        var ticket = await answer.Content.ReadFromJsonAsync(FrameJson.Default.TicketAnswer, cancellationToken);
        return ticket?.Ticket ?? throw new InvalidDataException("The server answered without a ticket.");
    }

    /// <summary>Reads one page of the feed, newest first.</summary>
    /// <param name="cursor">The page before's <see cref="FeedPage.NextCursor"/>; <c>null</c> for the first page.</param>
    /// <param name="limit">At most 100.</param>
    /// <exception cref="HttpRequestException">The server refused it, or was not reached.</exception>
    public async Task<FeedPage> ReadFeedAsync(string? cursor = null, int limit = 100, CancellationToken cancellationToken = default)
    {
        var path = $"api/notifications?limit={limit.ToString(CultureInfo.InvariantCulture)}";
        if (cursor is not null)
            path += $"&cursor={Uri.EscapeDataString(cursor)}";
        using var answer = await SendAsync(HttpMethod.Get, path, cancellationToken);
        return await answer.Content.ReadFromJsonAsync(FrameJson.Default.FeedPage, cancellationToken)
            ?? throw new InvalidDataException("The server answered without a list.");
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await token(cancellationToken));
        var answer = await http.SendAsync(request, cancellationToken);
        if (answer.IsSuccessStatusCode)
            return answer;
        using (answer)
            throw new HttpRequestException($"The server refused ({(int)answer.StatusCode}).", null, answer.StatusCode);
    }
}
