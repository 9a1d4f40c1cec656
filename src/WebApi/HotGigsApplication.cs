using System.Globalization;
using HotGigs.Application;
using HotGigs.Application.Common;
using HotGigs.Infrastructure;
using HotGigs.Infrastructure.Persistence;
using HotGigs.WebApi.Authentication;
using HotGigs.WebApi.Candidates;
using HotGigs.WebApi.Development;
using HotGigs.WebApi.Emails;
using HotGigs.WebApi.Errors;
using HotGigs.WebApi.Events;
using HotGigs.WebApi.GoogleDrive;
using HotGigs.WebApi.Health;
using HotGigs.WebApi.Jobs;
using HotGigs.WebApi.Logging;
using HotGigs.WebApi.Matching;
using HotGigs.WebApi.Networking;
using HotGigs.WebApi.Notifications;
using HotGigs.WebApi.Observability;
using HotGigs.WebApi.Operations;
using HotGigs.WebApi.Pages;
using HotGigs.WebApi.Preferences;
using HotGigs.WebApi.Realtime;
using HotGigs.WebApi.Resumes;
using Microsoft.Extensions.Options;
using Scalar.AspNetCore;
using CorsOptions = HotGigs.WebApi.Realtime.CorsOptions;

namespace HotGigs.WebApi;

/// <summary>The whole server. The program runs it, and tests run the very same in their own process.</summary>
public static class HotGigsApplication
{
    /// <summary>Puts the server together.</summary>
    /// <param name="args">Configuration as <c>--Section:Key=value</c>.</param>
    /// <param name="adjust">Has the last word on what is registered.</param>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? adjust = null)
    {
        // What is written to logs and answers must not depend on the language of the machine.
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;

        var builder = WebApplication.CreateBuilder(args);
        builder.WebHost.UseSockets(sockets =>
        {
            // What is written goes to the network on the thread that writes it, without a hop over Kestrel's own queues.
            sockets.UnsafePreferInlineScheduling = true;
            // After an outage everybody comes back at once; who finds the queue full is left to try again a second later.
            sockets.Backlog = 4096;
        });

        builder.Logging.KeepRequestLogsOff();
        builder.Services.AddApplication(InfrastructureRegistration.Assembly);
        builder.Services.AddInfrastructure(builder.Configuration);
        builder.Services.AddTelemetry(builder.Configuration);
        builder.Services.AddTokenAuthentication(builder.Configuration, builder.Environment);
        builder.Services.AddProxies(builder.Configuration);
        builder.Services.AddOptions<CorsOptions>().Bind(builder.Configuration.GetSection(CorsOptions.Section)).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<CorsOptions>, CorsOptionsValidator>();
        builder.Services.AddSingleton<AllowedOrigins>();
        builder.Services.AddSingleton<WebSocketEndpoint>();
        builder.Services.AddCors();
        builder.Services.AddOptions<Microsoft.AspNetCore.Cors.Infrastructure.CorsOptions>().Configure<AllowedOrigins>((cors, origins) =>
            cors.AddDefaultPolicy(policy => policy
                .SetIsOriginAllowed(origins.Admits)
                .AllowAnyMethod()
                .AllowAnyHeader()
                .WithExposedHeaders("ETag", "X-Total-Count", "Content-Disposition")));
        builder.Services.AddOpenApi();
        builder.Services.ConfigureHttpJsonOptions(json => WireJson.Configure(json.SerializerOptions));
        adjust?.Invoke(builder);

        var app = builder.Build();
        AddMiddleware(app);
        MapEndpoints(app);
        return app;
    }

    /// <summary>Brings the database to the version of this program.</summary>
    /// <returns>The names of the migrations that were missing.</returns>
    public static Task<IReadOnlyList<string>> MigrateAsync(this WebApplication app) =>
        app.Services.GetRequiredService<IDatabaseMigrator>().MigrateAsync(app.Lifetime.ApplicationStopping);

    /// <summary>Makes a developer's machine ready to use: in Development the database is migrated and has the demo users.</summary>
    public static async Task PrepareAsync(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment())
            return;
        await app.MigrateAsync();
        await app.Services.AddDemoUsersAsync(app.Lifetime.ApplicationStopping);
    }

    private static void AddMiddleware(WebApplication app)
    {
        app.UseProxies();
        // Before all that requests need: what a connection passed on its way in is kept for as long as it lives.
        app.UseWebSocketConnections();
        app.UseMiddleware<SecurityHeaders>();
        app.UsePages();
        app.UseStatusCodePages(EmptyErrors.WriteAsync);
        app.UseMiddleware<ErrorHandling>();
        app.UseRouting();
        app.UsePageRoutes();
        app.UseCors();
        app.UseUnknownAddresses();
        app.UseAuthentication();
        app.UseMiddleware<UserRecording>();
        app.UseAuthorization();
    }

    private static void MapEndpoints(WebApplication app)
    {
        app.MapNotifications();
        app.MapTraces();
        app.MapPreferences();
        app.MapResumes();
        app.MapResumeBatches();
        app.MapCandidates();
        app.MapShares();
        app.MapJobs();
        app.MapMatching();
        app.MapGoogleDrive();
        app.MapRooms();
        app.MapEvents();
        app.MapEmails();
        app.MapUnsubscribing();
        app.MapUsers();
        app.MapSignIn();
        app.MapTickets();
        app.MapStatus();
        app.MapAdminStatus();
        app.MapHealth();
        app.MapScraping();
        app.MapOpenApi().AllowAnonymous();
        if (app.Environment.IsDevelopment())
        {
            app.MapDevelopment();
            app.MapScalarApiReference("/dev/api").AllowAnonymous();
        }
    }
}
