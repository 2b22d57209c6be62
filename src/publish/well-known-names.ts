/**
 * Names that people install or import by habit: packages of the public PowerShell Gallery with many users, and modules
 * that come with PowerShell, with Windows and with its server roles. A package of such a name in another gallery is
 * taken for that one (dependency confusion), or shadows it. The names are facts, gathered by hand from the public gallery
 * and from the lists of modules in Microsoft's documentation; which of them is missing here is no promise.
 */

/** Sorted without regard to case, as are those below. */
const GALLERY_PACKAGES = words(`
  7Zip4Powershell AADInternals AADInternals-Endpoints AccessControlDsc ActiveDirectoryCSDsc
  ActiveDirectoryDsc ADEssentials AIPService AtlassianPS.Configuration AudioDeviceCmdlets AuditPolicyDsc
  AWS.Tools.AutoScaling AWS.Tools.CloudFormation AWS.Tools.CloudFront AWS.Tools.CloudTrail
  AWS.Tools.CloudWatch AWS.Tools.CloudWatchLogs AWS.Tools.Common AWS.Tools.DynamoDBv2 AWS.Tools.EC2
  AWS.Tools.ECR AWS.Tools.ECS AWS.Tools.EKS AWS.Tools.ElasticLoadBalancingV2 AWS.Tools.IAM
  AWS.Tools.Installer AWS.Tools.KeyManagementService AWS.Tools.Lambda AWS.Tools.Organizations AWS.Tools.RDS
  AWS.Tools.Route53 AWS.Tools.S3 AWS.Tools.SecretsManager AWS.Tools.SecurityToken AWS.Tools.SimpleEmail
  AWS.Tools.SimpleNotificationService AWS.Tools.SimpleSystemsManagement AWS.Tools.SQS AWS.Tools.SSO
  AWS.Tools.SSOOIDC AWSLambdaPSCore AWSPowerShell AWSPowerShell.NetCore Az Az.Accounts Az.Advisor Az.Aks
  Az.AnalysisServices Az.ApiManagement Az.AppConfiguration Az.ApplicationInsights Az.Attestation
  Az.Automation Az.Batch Az.Billing Az.Cdn Az.CognitiveServices Az.Compute Az.ConfidentialLedger
  Az.ConnectedMachine Az.ContainerInstance Az.ContainerRegistry Az.CosmosDB Az.DataBoxEdge Az.Databricks
  Az.DataFactory Az.DataLakeAnalytics Az.DataLakeStore Az.DataProtection Az.DataShare
  Az.DesktopVirtualization Az.DevTestLabs Az.Dns Az.EventGrid Az.EventHub Az.FrontDoor Az.Functions
  Az.HDInsight Az.HealthcareApis Az.IotHub Az.KeyVault Az.Kusto Az.LogicApp Az.MachineLearning
  Az.Maintenance Az.ManagedServiceIdentity Az.ManagedServices Az.MarketplaceOrdering Az.Media Az.Migrate
  Az.Monitor Az.MySql Az.Network Az.NotificationHubs Az.OperationalInsights Az.PolicyInsights Az.PostgreSql
  Az.PowerBIEmbedded Az.PrivateDns Az.RecoveryServices Az.RedisCache Az.RedisEnterpriseCache Az.Relay
  Az.ResourceGraph Az.ResourceMover Az.Resources Az.Search Az.Security Az.SecurityInsights Az.ServiceBus
  Az.ServiceFabric Az.SignalR Az.Sql Az.SqlVirtualMachine Az.StackHCI Az.Storage Az.StorageSync
  Az.StreamAnalytics Az.Subscription Az.Support Az.Synapse Az.Tools.Predictor Az.TrafficManager Az.Websites
  AzTable Azure.Storage AzureAD AzureADPreview AzureAutomationAuthoringToolkit AzureInformationProtection
  AzureRM AzureRM.Automation AzureRM.Compute AzureRM.KeyVault AzureRM.Network AzureRM.Profile
  AzureRM.Resources AzureRM.Sql AzureRM.Storage AzureRM.Websites AzViz BuildHelpers BurntToast Carbon
  Carbon.Core cChoco CertificateDsc ChangelogManagement ChocolateyGet ClassExplorer CommonTasks
  CompletionPredictor ComputerManagementDsc Configuration ConfluencePS CredentialManager Dashimo Datum
  dbachecks dbatools dbatools.library DFSDsc DisplayConfig DnsServerDsc DockerCompletion DscBuildHelpers
  DSCParser DSInternals EditorServicesCommandSuite Evergreen ExchangeOnlineManagement EZOut
  FailoverClusterDsc FileSystemDsc Get-ChildItemColor Get-WindowsAutoPilotInfo GPOZaurr GPRegistryPolicyDsc
  Harden-Windows-Security-Module HelpOut HyperVDsc ImportExcel Indented.Net.IP Indented.ScriptAnalyzerRules
  IntuneBackupAndRestore IntuneWin32App Invoke-CommandAs InvokeBuild iSCSIDsc JeaDsc JiraPS Locksmith
  Logging M365Documentation Maester Mailozaurr MarkdownPS Metadata Microsoft.Entra Microsoft.Entra.Beta
  Microsoft.Graph Microsoft.Graph.Applications Microsoft.Graph.Authentication Microsoft.Graph.Beta
  Microsoft.Graph.Calendar Microsoft.Graph.ChangeNotifications Microsoft.Graph.CloudCommunications
  Microsoft.Graph.Compliance Microsoft.Graph.CrossDeviceExperiences Microsoft.Graph.DeviceManagement
  Microsoft.Graph.DeviceManagement.Actions Microsoft.Graph.DeviceManagement.Administration
  Microsoft.Graph.DeviceManagement.Enrollment Microsoft.Graph.DeviceManagement.Functions
  Microsoft.Graph.Devices.CloudPrint Microsoft.Graph.Devices.CorporateManagement
  Microsoft.Graph.Devices.ServiceAnnouncement Microsoft.Graph.DirectoryObjects Microsoft.Graph.Education
  Microsoft.Graph.Files Microsoft.Graph.Groups Microsoft.Graph.Identity.DirectoryManagement
  Microsoft.Graph.Identity.Governance Microsoft.Graph.Identity.Partner Microsoft.Graph.Identity.SignIns
  Microsoft.Graph.Intune Microsoft.Graph.Mail Microsoft.Graph.Notes Microsoft.Graph.People
  Microsoft.Graph.PersonalContacts Microsoft.Graph.Planner Microsoft.Graph.Reports
  Microsoft.Graph.SchemaExtensions Microsoft.Graph.Search Microsoft.Graph.Security Microsoft.Graph.Sites
  Microsoft.Graph.Teams Microsoft.Graph.Users Microsoft.Graph.Users.Actions Microsoft.Graph.Users.Functions
  Microsoft.Online.SharePoint.PowerShell Microsoft.PowerApps.Administration.PowerShell
  Microsoft.PowerApps.PowerShell Microsoft.PowerShell.Archive Microsoft.PowerShell.ConsoleGuiTools
  Microsoft.PowerShell.Crescendo Microsoft.PowerShell.GraphicalTools Microsoft.PowerShell.PlatyPS
  Microsoft.PowerShell.PSResourceGet Microsoft.PowerShell.RemotingTools
  Microsoft.PowerShell.SecretManagement Microsoft.PowerShell.SecretStore Microsoft.PowerShell.TextUtility
  Microsoft.PowerShell.ThreadJob Microsoft.PowerShell.UnixTabCompletion Microsoft.PowerShell.WhatsNew
  Microsoft.WinGet.Client Microsoft.WinGet.CommandNotFound Microsoft.WinGet.DSC
  Microsoft.Xrm.Data.PowerShell Microsoft.Xrm.OnlineManagementAPI Microsoft365DSC MicrosoftPowerBIMgmt
  MicrosoftPowerBIMgmt.Data MicrosoftPowerBIMgmt.Profile MicrosoftPowerBIMgmt.Reports
  MicrosoftPowerBIMgmt.Workspaces MicrosoftTeams ModuleBuilder MSAL.PS MSIdentityTools MSOnline
  NetworkingDsc NTFSSecurity NtObjectManager O365Essentials OfficeOnlineServerDsc oh-my-posh Okta-PowerShell
  ORCA OSD OSDBuilder OSDUpdate PackageManagement PackageManagementProviderResource Pansies Pester Plaster
  platyPS PnP.PowerShell Pode Pode.Web Polaris posh-git Posh-SSH PoshKeePass PoshRSJob PowerForensics
  PowerLine PowerNSX powershell-yaml PowerShellBuild PowerShellForGitHub PowerShellGet PowerUpSQL PowerVCF
  psake PSCalendar PSDepend PSDeploy PSDesiredStateConfiguration PSDocs PSDocs.Azure PSDscResources
  PSEventViewer PSFramework PSFzf PSGraph PSGSuite PSHTML PsIni PSKoans PSLogging PSModuleDevelopment
  PSMSGraph PSParallel PSParseHTML PSPKI PSRabbitMq PSReadLine PSReleaseTools PSRule PSRule.Rules.Azure
  PSRule.Rules.Kubernetes PSScriptAnalyzer PSScriptTools PSSharedGoods PSSlack PSSQLite PSTeams
  PSTodoWarrior PSTree PSUtil PSWindowsUpdate PSWriteColor PSWriteExcel PSWriteHTML PSWriteOffice PSWritePDF
  PSWriteWord PwshSpectreConsole ReverseDSC Sampler SChannelDsc SecretManagement.BitWarden
  SecretManagement.DpapiNG SecretManagement.Hashicorp.Vault.KV SecretManagement.KeePass
  SecretManagement.LastPass SecurityPolicyDsc Selenium ServiceNow SharePointDsc SharePointPnPPowerShell2019
  SharePointPnPPowerShellOnline SimplySql SpeculationControl Splatter SplitPipeline SqlServer SqlServerDsc
  StorageDsc Stucco Subnet Terminal-Icons Testimo ThreadJob UniversalDashboard UpdateServicesDsc
  VCF.PowerCLI vDocumentation Vester VirtualDesktop VMware.CloudServices VMware.DeployAutomation
  VMware.ImageBuilder VMware.PowerCLI VMware.Vim VMware.VimAutomation.Cis.Core VMware.VimAutomation.Cloud
  VMware.VimAutomation.Common VMware.VimAutomation.Core VMware.VimAutomation.Hcx
  VMware.VimAutomation.HorizonView VMware.VimAutomation.License VMware.VimAutomation.Nsxt
  VMware.VimAutomation.Sdk VMware.VimAutomation.Security VMware.VimAutomation.Srm
  VMware.VimAutomation.Storage VMware.VimAutomation.StorageUtility VMware.VimAutomation.Vds
  VMware.VimAutomation.Vmc VMware.VimAutomation.vROps VMware.VimAutomation.WorkloadManagement
  VMware.vSphere.SsoAdmin VMware.vSphereDSC VMware.VumAutomation VMwareDsc VSTeam WebAdministrationDsc
  WindowsAutoPilotIntune WindowsCompatibility WindowsDefenderDsc WinSCP WSManDsc xActiveDirectory
  xComputerManagement xDhcpServer xDnsServer xDscResourceDesigner xExchange xFailOverCluster xHyper-V
  xNetworking xPendingReboot xPowerShellExecutionPolicy xPSDesiredStateConfiguration xRemoteDesktopAdmin
  xRemoteDesktopSessionHost xRobocopy xSmbShare xStorage xSystemSecurity xTimeZone xWebAdministration
  xWindowsUpdate z ZLocation
`);

const IN_BOX_MODULES = words(`
  ActiveDirectory ADCSAdministration ADCSDeployment ADDSDeployment ADFS AppBackgroundTask AppLocker
  AppvClient Appx AssignedAccess BestPractices BitLocker BitsTransfer BranchCache CimCmdlets
  ClusterAwareUpdating ConfigCI ConfigDefender Defender DeliveryOptimization DFSN DFSR DhcpServer
  DirectAccessClientComponents Dism DnsClient DnsServer EventTracingManagement FailoverClusters
  FileServerResourceManager GroupPolicy HgsClient HgsServer HostComputeService Hyper-V IISAdministration
  International IpamServer iSCSI IscsiTarget ISE Kds LanguagePackManagement LAPS Microsoft.PowerShell.Core
  Microsoft.PowerShell.Diagnostics Microsoft.PowerShell.Host Microsoft.PowerShell.LocalAccounts
  Microsoft.PowerShell.Management Microsoft.PowerShell.ODataUtils Microsoft.PowerShell.Operation.Validation
  Microsoft.PowerShell.Security Microsoft.PowerShell.Utility Microsoft.WSMan.Management MMAgent MSDTC MSMQ
  NetAdapter NetConnection NetEventPacketCapture NetLbfo NetNat NetQos NetSecurity NetSwitchTeam NetTCPIP
  NetworkConnectivityStatus NetworkController NetworkLoadBalancingClusters NetworkSwitchManager
  NetworkTransition NFS NPS PcsvDevice PersistentMemory PKI PnpDevice PrintManagement ProcessMitigations
  Provisioning PSDiagnostics PSScheduledJob PSWorkflow PSWorkflowUtility RemoteAccess RemoteDesktop
  ScheduledTasks SecureBoot ServerManager ServerManagerTasks ShieldedVMDataFile SmbShare SmbWitness
  SMISConfig StartLayout Storage StorageBusCache StorageMigrationService StorageReplica SyncShare TLS
  TroubleshootingPack TrustedPlatformModule UEV UpdateServices VAMT VpnClient Wdac WDS WebAdministration
  Whea WindowsDeveloperLicense WindowsErrorReporting WindowsSearch WindowsServerBackup WindowsUpdate
  WindowsUpdateProvider
`);

export const WELL_KNOWN_NAMES: readonly string[] = [...GALLERY_PACKAGES, ...IN_BOX_MODULES];

function words(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}
