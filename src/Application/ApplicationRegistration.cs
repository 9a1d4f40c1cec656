using System.Reflection;
using System.Text.Json;
using FluentValidation;
using HotGigs.Application.Common;
using HotGigs.Application.Events;
using HotGigs.Application.GoogleDrive;
using HotGigs.Application.Jobs;
using HotGigs.Application.Matching;
using HotGigs.Application.Resumes;
using HotGigs.Application.Resumes.Batches;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HotGigs.Application;

/// <summary>Registers the use cases.</summary>
public static class ApplicationRegistration
{
    /// <summary>Adds the use cases of this layer and the event handlers of the assemblies given.</summary>
    public static IServiceCollection AddApplication(this IServiceCollection services, params IReadOnlyList<Assembly> eventHandlers)
    {
        // Messages name fields as the sender wrote them.
        ValidatorOptions.Global.DisplayNameResolver = (_, member, _) =>
            member is null ? null : JsonNamingPolicy.SnakeCaseLower.ConvertName(member.Name);

        var own = typeof(ApplicationRegistration).Assembly;
        services.AddMediator([own, .. eventHandlers]);
        foreach (var validator in AssemblyScanner.FindValidatorsInAssembly(own, includeInternalTypes: true))
            // They keep nothing, and building their rules takes longer than checking them.
            services.AddSingleton(validator.InterfaceType, validator.ValidatorType);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<IDomainEventPublisher, DomainEventPublisher>();
        services.AddTransient<ResumeAccess>();
        services.AddTransient<JobEditor>();
        services.AddTransient<MatchAccess>();
        services.AddTransient<MatchAssessor>();
        services.AddTransient<ResumeIntake>();
        services.AddTransient<BatchAccess>();
        services.AddTransient<BatchReception>();
        services.AddTransient<GoogleDriveFetch>();
        services.AddTransient<CommandValidation>();
        return services;
    }
}
